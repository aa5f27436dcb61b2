namespace IoTDB.Orm.Generators.Tests.Entities;

/// <summary>Every type that can be stored, with and without a question mark.</summary>
[Device("root.every.{Site}.{Number}.{Kind}")]
public sealed partial record Every
{
    public required string Site { get; init; }

    public required int Number { get; init; }

    public required Mode Kind { get; init; }

    [Time]
    public DateTimeOffset Time { get; init; }

    public bool Flag { get; init; }

    public sbyte Int8 { get; init; }

    public byte UInt8 { get; init; }

    public short Int16 { get; init; }

    public ushort UInt16 { get; init; }

    public int Int32 { get; init; }

    public uint UInt32 { get; init; }

    public long Int64 { get; init; }

    public float Single { get; init; }

    public double Double { get; init; }

    public string Words { get; init; } = "";

    public byte[] Bytes { get; init; } = [];

    public DateOnly Day { get; init; } = new(1000, 1, 1);

    public DateTimeOffset Instant { get; init; }

    public DateTime Moment { get; init; } = DateTime.UnixEpoch;

    public Mode Mode { get; init; }

    [Measurement(DataType = TsDataType.String)]
    public Mode ModeText { get; init; }

    [Measurement(DataType = TsDataType.Int64)]
    public int Wide { get; init; }

    [Measurement(DataType = TsDataType.Double)]
    public float WideSingle { get; init; }

    [Measurement(Converter = typeof(GuidText))]
    public Guid Id { get; init; }

    [Measurement(Converter = typeof(SpanTicks))]
    public TimeSpan Span { get; init; }

    public bool? FlagN { get; init; }

    public byte? UInt8N { get; init; }

    public int? Int32N { get; init; }

    public uint? UInt32N { get; init; }

    public long? Int64N { get; init; }

    public float? SingleN { get; init; }

    public double? DoubleN { get; init; }

    public string? WordsN { get; init; }

    public byte[]? BytesN { get; init; }

    public DateOnly? DayN { get; init; }

    public DateTimeOffset? InstantN { get; init; }

    public DateTime? MomentN { get; init; }

    public Mode? ModeN { get; init; }

    [Measurement(DataType = TsDataType.String)]
    public Mode? ModeTextN { get; init; }

    [Measurement(Converter = typeof(GuidText))]
    public Guid? IdN { get; init; }

    [Measurement(Converter = typeof(SpanTicks))]
    public TimeSpan? SpanN { get; init; }
}
