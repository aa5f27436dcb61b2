namespace IoTDB.Orm.Tests.Suite;

/// <summary>A row of ETTh2.csv.</summary>
[Device("root.orm_suite.power.{Site}.{Transformer}")]
public sealed partial class TransformerReading
{
    public required string Site { get; init; }

    public required string Transformer { get; init; }

    [Time]
    public DateTimeOffset Time { get; init; }

    [Measurement("hufl")]
    public double HighUsefulLoad { get; init; }

    [Measurement("hull")]
    public double HighUselessLoad { get; init; }

    [Measurement("mufl")]
    public double MiddleUsefulLoad { get; init; }

    [Measurement("mull")]
    public double MiddleUselessLoad { get; init; }

    [Measurement("lufl")]
    public double LowUsefulLoad { get; init; }

    [Measurement("lull")]
    public double LowUselessLoad { get; init; }

    [Measurement("ot")]
    public double OilTemperature { get; init; }
}
