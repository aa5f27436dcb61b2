namespace IoTDB.Embedded;

/// <summary>What one query may take; a query that wants more is refused with a status, the server lives on.</summary>
public sealed record EmbeddedQueryLimits
{
    /// <summary>How long a query may take from its start to its last row, unless the client asks for another time; beyond it gets 720. Default a minute, the server's own.</summary>
    public TimeSpan Timeout { get; init; } = TimeSpan.FromMinutes(1);

    /// <summary>Rows that a sort, or a function that needs all rows of a series, may keep in memory at once. Default 20 million.</summary>
    public int MaxBufferedRows { get; init; } = 20_000_000;

    /// <summary>Windows of GROUP BY time that may be open at one time: interval divided by sliding step. Default 100,000.</summary>
    public int MaxOverlappingWindows { get; init; } = 100_000;

    /// <summary>Distinct values that MODE may count in a group. Default 10,000.</summary>
    public int MaxDistinctValues { get; init; } = 10_000;

    /// <summary>Series that one query may read, and columns it may have. Default a million.</summary>
    public int MaxSeries { get; init; } = 1_000_000;

    /// <summary>Queries that a connection may have open, which are those with rows not yet fetched; one more is refused with 301. Default 1,000.</summary>
    public int MaxOpenQueries { get; init; } = 1_000;

    /// <exception cref="ArgumentOutOfRangeException">A limit is not positive.</exception>
    internal void Validate()
    {
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(Timeout, TimeSpan.Zero, nameof(Timeout));
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(MaxBufferedRows);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(MaxOverlappingWindows);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(MaxDistinctValues);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(MaxSeries);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(MaxOpenQueries);
    }
}
