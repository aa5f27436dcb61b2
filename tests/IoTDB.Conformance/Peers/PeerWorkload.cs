namespace IoTDB.Conformance.Peers;

/// <summary>One kind of work of the Java client, and what the server holds or gives afterwards.</summary>
/// <param name="Name">As the client calls it.</param>
/// <param name="Callers">Concurrent callers; each writes a device of its own.</param>
/// <param name="RowsInCall">How many rows one write holds.</param>
/// <param name="RowsAnswered">How many rows each call of a reading kind counts; nothing for a writing one.</param>
internal sealed record PeerWorkload(string Name, int Callers, int RowsInCall, int? RowsAnswered)
{
    /// <summary>Rows the client reads in a query.</summary>
    public const int Total = 20_000;

    /// <summary>All of them; small writes, so that seconds do not fill the memory.</summary>
    public static IReadOnlyList<PeerWorkload> All { get; } =
    [
        new("tablet", 2, 20, null),
        new("records", 2, 20, null),
        new("one", 2, 1, null),
        new("query", 1, 10_000, Total), // it fills d0 with tablets of 10,000 rows before it reads
        new("last", 1, 10_000, 6),
    ];
}
