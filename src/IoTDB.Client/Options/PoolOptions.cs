namespace IoTDB.Client;

/// <summary>How many sessions there may be, for how long, and how long to wait for one.</summary>
public sealed record PoolOptions
{
    /// <summary>Most sessions at once; 0 or less means five a processor.</summary>
    public int MaxOpen { get; init; }

    /// <summary>Sessions kept open while there is no work; 0 by default.</summary>
    public int MinOpen { get; init; }

    /// <summary>Most idle sessions; null means as many as <see cref="MaxOpen"/>, 0 or less keeps none.</summary>
    public int? MaxIdle { get; init; }

    /// <summary>Age at which a session is replaced, less up to a tenth so that not all end at once; zero or less: never. 30 min by default.</summary>
    public TimeSpan MaxLifetime { get; init; } = TimeSpan.FromMinutes(30);

    /// <summary>How long a session may lie idle; zero or less: for ever. 5 min by default.</summary>
    public TimeSpan MaxIdleTime { get; init; } = TimeSpan.FromMinutes(5);

    /// <summary>Longest time of name lookup, connect, TLS and login together; 5 s by default.</summary>
    public TimeSpan ConnectTimeout { get; init; } = TimeSpan.FromSeconds(5);

    /// <summary>Longest wait for a session; zero fails at once, infinite is allowed. 30 s by default.</summary>
    public TimeSpan AcquireTimeout { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>How long a call that was certainly not executed may wait for an endpoint to come back; zero fails at once. 10 s by default.</summary>
    public TimeSpan OutageWait { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>Age at which a lease is reported as forgotten, with the place that took it; zero: never, the default.</summary>
    public TimeSpan LeakWarningAfter { get; init; }

    /// <summary>How long leased sessions may go on when the data source is disposed; 5 s by default.</summary>
    public TimeSpan GracePeriod { get; init; } = TimeSpan.FromSeconds(5);

    /// <summary>Longest time of disposal altogether; 25 s by default.</summary>
    public TimeSpan ShutdownTimeout { get; init; } = TimeSpan.FromSeconds(25);

    internal int EffectiveMaxOpen => MaxOpen > 0 ? MaxOpen : Environment.ProcessorCount * 5;

    internal int EffectiveMaxIdle => MaxIdle is { } idle ? Math.Clamp(idle, 0, EffectiveMaxOpen) : EffectiveMaxOpen;
}
