namespace IoTDB.Orm.Tests.Hosting;

[Device("root.orm_hosting.{Line}.{Pump}")]
public sealed partial class PumpStroke
{
    public required string Line { get; init; }

    public required string Pump { get; init; }

    [Time]
    public DateTimeOffset Time { get; init; }

    [Measurement(Encoding = TsEncoding.Gorilla)]
    [SeriesTag("unit", "mm")]
    public double? Length { get; init; }

    public int? Count { get; init; }
}
