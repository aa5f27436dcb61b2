namespace IoTDB.Benchmarks.Loopback;

/// <summary>What to send where, how long and how often.</summary>
internal sealed record LoopbackPlan(int Port, int Rows, TimeSpan Duration, int Repeats);
