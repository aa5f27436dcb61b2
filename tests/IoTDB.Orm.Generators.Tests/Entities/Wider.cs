namespace IoTDB.Orm.Generators.Tests.Entities;

[Device("root.lab.wider")]
public sealed partial class Wider
{
    [Time]
    public long Time { get; set; }

    public double? Value { get; set; }

    public string? Words { get; set; }
}
