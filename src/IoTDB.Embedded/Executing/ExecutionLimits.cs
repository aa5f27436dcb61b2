namespace IoTDB.Embedded.Executing;

/// <summary>What one query may hold in memory at once.</summary>
internal sealed record ExecutionLimits
{
    public static ExecutionLimits Default { get; } = new();

    /// <summary>Rows a sort, or a function that needs the whole series, may keep.</summary>
    public int MaxBufferedRows { get; init; } = 20_000_000;

    /// <summary>Windows that may be open at one time: interval divided by step.</summary>
    public int MaxOpenWindows { get; init; } = 100_000;

    /// <summary>Distinct values MODE may count.</summary>
    public int MaxDistinctValues { get; init; } = 10_000;

    /// <summary>Series one query may read.</summary>
    public int MaxSeries { get; init; } = 1_000_000;
}
