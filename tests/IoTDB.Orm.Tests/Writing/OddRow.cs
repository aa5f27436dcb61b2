namespace IoTDB.Orm.Tests.Writing;

/// <summary>Columns of every kind that can refuse a value, in an order that is not that of the wire.</summary>
[Device("root.odd_rows.{Name}")]
public sealed partial record OddRow
{
    public required string Name { get; init; }

    [Time]
    public long Time { get; init; }

    public string? First { get; init; }

    public int? Quality { get; init; }

    public DateOnly? Day { get; init; }

    public DateTime Moment { get; init; }

    public string Second { get; init; } = "";

    public byte[]? Bytes { get; init; }
}
