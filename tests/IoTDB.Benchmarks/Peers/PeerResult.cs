namespace IoTDB.Benchmarks.Peers;

/// <summary>Medians over the rounds.</summary>
/// <param name="RowsPerSecond">Rows moved a second, all callers together.</param>
/// <param name="NanosecondsPerRow">CPU time of the client's process a row.</param>
/// <param name="CallsPerSecond">Calls a second, all callers together; nothing where it was not counted.</param>
internal sealed record PeerResult(double RowsPerSecond, double NanosecondsPerRow, double? CallsPerSecond = null);
