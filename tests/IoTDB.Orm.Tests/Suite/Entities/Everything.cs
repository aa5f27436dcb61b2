namespace IoTDB.Orm.Tests.Suite;

/// <summary>A measurement of every data type.</summary>
[Device("root.orm_suite.everything.{Id}")]
public sealed partial class Everything
{
    public required string Id { get; init; }

    [Time]
    public DateTimeOffset Time { get; init; }

    public bool? Flag { get; init; }

    public int? Small { get; init; }

    public long? Large { get; init; }

    public float? Single { get; init; }

    public double? Double { get; init; }

    [Measurement(DataType = TsDataType.Text)]
    public string? Text { get; init; }

    [Measurement(DataType = TsDataType.String)]
    public string? Words { get; init; }

    public byte[]? Bytes { get; init; }

    public DateOnly? Day { get; init; }

    public DateTimeOffset? Seen { get; init; }
}
