namespace IoTDB.Benchmarks.Fetching;

/// <summary>What is stored and read back.</summary>
/// <param name="Name">How it is called in the table.</param>
/// <param name="Columns">Doubles a row.</param>
/// <param name="Rows">Rows of the device.</param>
internal sealed record FetchShape(string Name, int Columns, int Rows)
{
    public static IReadOnlyList<FetchShape> All { get; } = [new("narrow", 1, 200_000), new("wide", 50, 20_000)];

    public string Device => $"root.bench_fetch.{Name}";
}
