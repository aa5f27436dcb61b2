namespace IoTDB.Benchmarks.Peers;

/// <summary>Medians over the rounds.</summary>
/// <param name="RowsPerSecond">Rows moved a second, all callers together.</param>
/// <param name="NanosecondsPerRow">CPU time of the client's process a row.</param>
internal sealed record PeerResult(double RowsPerSecond, double NanosecondsPerRow);
