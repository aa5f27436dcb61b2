using System.Diagnostics.Metrics;

namespace IoTDB.Client;

/// <summary>Reports every pool that lives; a forgotten one is not kept alive by it.</summary>
internal sealed class PoolGauges
{
    private readonly Lock _gate = new(); // guards the list
    private readonly List<WeakReference<IPoolGauge>> _pools = [];

    public PoolGauges(Meter meter)
    {
        meter.CreateObservableUpDownCounter(TelemetryNames.ConnectionCount, Counts, "{connection}", "Sessions, by state.");
        Gauge(meter, TelemetryNames.ConnectionMax, "{connection}", "Most sessions allowed.", pool => pool.Limits.EffectiveMaxOpen);
        Gauge(meter, TelemetryNames.ConnectionIdleMax, "{connection}", "Most idle sessions allowed.", pool => pool.Limits.EffectiveMaxIdle);
        Gauge(meter, TelemetryNames.ConnectionIdleMin, "{connection}", "Sessions kept open without work.", pool => pool.Limits.MinOpen);
        Gauge(meter, TelemetryNames.ConnectionPendingRequests, "{request}", "Callers that wait for a session.", pool => pool.Statistics.Waiters);
        meter.CreateObservableCounter(
            TelemetryNames.ConnectionTimeouts, () => Measure(pool => pool.Statistics.WaitTimeouts), "{timeout}", "Callers that waited for a session in vain.");
    }

    /// <summary>Pools that are still there.</summary>
    public int Count => Living().Count;

    public void Add(IPoolGauge pool)
    {
        lock (_gate)
        {
            _pools.RemoveAll(known => !known.TryGetTarget(out _));
            _pools.Add(new WeakReference<IPoolGauge>(pool));
        }
    }

    public void Remove(IPoolGauge pool)
    {
        lock (_gate)
        {
            _pools.RemoveAll(known => !known.TryGetTarget(out IPoolGauge? target) || ReferenceEquals(target, pool));
        }
    }

    private void Gauge(Meter meter, string name, string unit, string description, Func<IPoolGauge, long> value) =>
        meter.CreateObservableUpDownCounter(name, () => Measure(value), unit, description);

    private IEnumerable<Measurement<long>> Measure(Func<IPoolGauge, long> value) =>
        Living().Select(pool => new Measurement<long>(value(pool), new KeyValuePair<string, object?>(TelemetryNames.PoolName, pool.Name)));

    private IEnumerable<Measurement<long>> Counts()
    {
        foreach (IPoolGauge pool in Living())
        {
            PoolStatistics statistics = pool.Statistics;
            yield return State(pool, "idle", statistics.Idle);
            yield return State(pool, "used", statistics.Leased);
        }
    }

    private static Measurement<long> State(IPoolGauge pool, string state, long count) => new(
        count,
        new KeyValuePair<string, object?>(TelemetryNames.PoolName, pool.Name),
        new KeyValuePair<string, object?>(TelemetryNames.ConnectionState, state));

    private List<IPoolGauge> Living()
    {
        List<IPoolGauge> living = [];
        lock (_gate)
        {
            foreach (WeakReference<IPoolGauge> known in _pools)
            {
                if (known.TryGetTarget(out IPoolGauge? pool))
                {
                    living.Add(pool);
                }
            }
        }

        return living;
    }
}
