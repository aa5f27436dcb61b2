namespace IoTDB.Benchmarks.Peers;

/// <summary>What both clients do, where and how often.</summary>
/// <param name="Port">Port of the server on this machine.</param>
/// <param name="Bench">The script that runs the Java client.</param>
/// <param name="Callers">Concurrent callers of the write workloads.</param>
/// <param name="Rows">Rows a write.</param>
/// <param name="Total">Rows a query.</param>
/// <param name="Seconds">Length of a round.</param>
/// <param name="Rounds">Rounds; their median counts.</param>
internal sealed record PeerPlan(int Port, string Bench, int Callers, int Rows, int Total, int Seconds, int Rounds);
