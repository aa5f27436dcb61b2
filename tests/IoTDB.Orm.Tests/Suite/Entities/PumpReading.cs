namespace IoTDB.Orm.Tests.Suite;

/// <summary>The entity of the design's examples.</summary>
[Device("root.orm_suite.{Line}.{Pump}")]
public sealed partial record PumpReading
{
    public required string Line { get; init; }

    public required string Pump { get; init; }

    [Time]
    public DateTimeOffset Time { get; init; }

    public double? Temperature { get; init; }

    [Measurement("pressure_bar", Encoding = TsEncoding.Gorilla, Compression = TsCompression.Lz4)]
    [SeriesTag("unit", "bar")]
    public float? Pressure { get; init; }

    public bool? Running { get; init; }

    public PumpMode? Mode { get; init; }

    public string? Note { get; init; }

    [Measurement(Converter = typeof(CelsiusConverter))]
    public Celsius? Bearing { get; init; }

    public int? Quality { get; init; }

    public long? Total { get; init; }

    [IoTDBIgnore]
    public string? Operator { get; set; }
}
