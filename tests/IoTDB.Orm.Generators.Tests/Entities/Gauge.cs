namespace IoTDB.Orm.Generators.Tests.Entities;

/// <summary>The worked example of wire protocol 8.3, as a class.</summary>
[Device("root.lab.bench")]
public sealed partial class Gauge
{
    [Time]
    public long Time { get; set; }

    public int? Number { get; set; }

    public string? Words { get; set; }

    public bool? Flag { get; set; }
}
