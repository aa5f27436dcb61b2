namespace IoTDB.Testing;

/// <summary>Names no other test and no earlier run has used.</summary>
/// <remarks>A database costs a real server about 35 MB: share one per test assembly and take devices of your own.</remarks>
public static class TestNames
{
    private static readonly string s_run = Guid.NewGuid().ToString("N")[..8];
    private static int s_count;

    /// <summary>A plain path node such as <c>pump_1f0c33aa_12</c>.</summary>
    public static string Unique(string prefix = "d") => $"{prefix}_{s_run}_{Interlocked.Increment(ref s_count)}";
}
