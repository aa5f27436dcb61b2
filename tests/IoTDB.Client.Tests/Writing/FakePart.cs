namespace IoTDB.Client.Tests.Writing;

/// <summary>Rows by device and time, as the engine of writes sees them.</summary>
internal sealed class FakePart(IReadOnlyList<(string Device, int Row)> rows, IReadOnlyCollection<string>? omitted = null) : IWritePart<FakePart>
{
    public static readonly string[] AllMeasurements = ["a", "b", "c"];

    public IReadOnlyList<(string Device, int Row)> Keys => rows;

    public IReadOnlyCollection<string> Omitted => omitted ?? [];

    public int Rows => rows.Count;

    public int Items => rows.Count;

    public bool IsUniform => rows.All(row => row.Device == rows[0].Device);

    public bool HasRepeats => false;

    public string Target => rows[0].Device;

    public IReadOnlyList<string> Measurements => [.. AllMeasurements.Except(Omitted)];

    public FakePart Item(int index) => new([rows[index]], omitted);

    public (FakePart First, FakePart Second) Split()
    {
        string[] devices = [.. rows.Select(row => row.Device).Distinct()];
        if (devices.Length == 1)
        {
            return (new FakePart([.. rows.Take(rows.Count / 2)], omitted), new FakePart([.. rows.Skip(rows.Count / 2)], omitted));
        }

        HashSet<string> first = [.. devices.Take(devices.Length / 2)];
        return (new FakePart([.. rows.Where(row => first.Contains(row.Device))]), new FakePart([.. rows.Where(row => !first.Contains(row.Device))]));
    }

    public FakePart Without(IReadOnlyCollection<string> measurements) => new(rows, [.. Omitted, .. measurements]);
}
