namespace IoTDB.Client;

/// <summary>A consistent view of a session pool at one moment.</summary>
public sealed record PoolStatistics
{
    /// <summary>Most sessions there may be.</summary>
    public int MaxOpen { get; init; }

    /// <summary>Sessions there are: idle, leased and opening.</summary>
    public int Open { get; init; }

    /// <summary>Sessions lent to callers.</summary>
    public int Leased { get; init; }

    /// <summary>Sessions waiting for a caller.</summary>
    public int Idle { get; init; }

    /// <summary>Sessions being connected and logged in.</summary>
    public int Opening { get; init; }

    /// <summary>Callers waiting for a session.</summary>
    public int Waiters { get; init; }

    /// <summary>How often a caller had to wait, since the start.</summary>
    public long WaitCount { get; init; }

    /// <summary>How long callers waited altogether.</summary>
    public TimeSpan WaitDuration { get; init; }

    /// <summary>Waits that ended with <see cref="PoolTimeoutException"/>.</summary>
    public long WaitTimeouts { get; init; }

    /// <summary>Sessions opened since the start.</summary>
    public long Opened { get; init; }

    /// <summary>Sessions closed because there were more idle ones than <c>MaxIdle</c>, or more than <c>MaxOpen</c>.</summary>
    public long MaxIdleClosed { get; init; }

    /// <summary>Sessions closed because nobody used them for <c>MaxIdleTime</c>.</summary>
    public long IdleTimeClosed { get; init; }

    /// <summary>Sessions closed because they reached <c>MaxLifetime</c>.</summary>
    public long LifetimeClosed { get; init; }

    /// <summary>Sessions closed because their connection broke or could not be trusted any more.</summary>
    public long BrokenClosed { get; init; }

    /// <summary>Sessions taken back from callers that forgot to return them.</summary>
    public long LeakReclaimed { get; init; }

    /// <summary>Opens that failed.</summary>
    public long OpenFailures { get; init; }

    /// <summary>How long the oldest lease has lasted; zero when nothing is lent.</summary>
    public TimeSpan OldestLease { get; init; }
}
