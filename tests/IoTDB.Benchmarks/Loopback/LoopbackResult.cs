namespace IoTDB.Benchmarks.Loopback;

/// <summary>Medians over the runs.</summary>
/// <param name="RowsPerSecond">Rows acknowledged a second, all callers together.</param>
/// <param name="NanosecondsPerRow">CPU time of this process a row, user and system.</param>
/// <param name="BytesPerCall">Bytes allocated a call.</param>
internal sealed record LoopbackResult(double RowsPerSecond, double NanosecondsPerRow, double BytesPerCall);
