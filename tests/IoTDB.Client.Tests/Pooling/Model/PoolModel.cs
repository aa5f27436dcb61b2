namespace IoTDB.Client.Tests.Pooling;

/// <summary>What a pool must do, in lists and without locks: the reference of <c>Pool_model</c>. Time counts in seconds.</summary>
internal sealed class PoolModel(PoolOptions limits)
{
    private readonly List<ModelThing> _free = [];
    private PoolStatistics _counted = new();
    private PoolOptions _limits = limits;
    private int _generation;
    private long _now;

    public List<(int Caller, long Since)> Waiting { get; } = [];

    public List<int> Opening { get; } = [];

    public List<ModelLease> Leases { get; } = [];

    /// <summary>How calls ended that got no lease.</summary>
    public Dictionary<int, Type> Failed { get; } = [];

    public IEnumerable<ModelThing> Alive => _free.Concat(Leases.Select(lease => lease.Thing).OfType<ModelThing>());

    public IReadOnlyList<ModelThing> Free => _free;

    private int Open => _free.Count + Leases.Count + Opening.Count;

    public PoolStatistics Statistics => _counted with
    {
        MaxOpen = _limits.EffectiveMaxOpen,
        Open = Open,
        Leased = Leases.Count,
        Idle = _free.Count,
        Opening = Opening.Count,
        Waiters = Waiting.Count,
        OldestLease = TimeSpan.FromSeconds(Leases.Count == 0 ? 0 : _now - Leases.Min(lease => lease.Since)),
    };

    public void Rent(int caller)
    {
        while (Waiting.Count == 0 && _free.Count > 0)
        {
            ModelThing last = _free[^1];
            _free.RemoveAt(_free.Count - 1);
            if (!IsExpired(last) && !last.IsBroken)
            {
                Lend(caller, last);
                return;
            }

            _counted = IsExpired(last)
                ? _counted with { LifetimeClosed = _counted.LifetimeClosed + 1 }
                : _counted with { BrokenClosed = _counted.BrokenClosed + 1 };
        }

        if (Waiting.Count == 0 && Open < _limits.EffectiveMaxOpen)
        {
            Opening.Add(caller);
        }
        else if (_limits.AcquireTimeout == TimeSpan.Zero)
        {
            TimeOut(caller);
        }
        else
        {
            Waiting.Add((caller, _now));
            _counted = _counted with { WaitCount = _counted.WaitCount + 1 };
        }
    }

    public void Return(ModelLease lease)
    {
        bool full = Open > _limits.EffectiveMaxOpen || (Waiting.Count == 0 && _free.Count >= _limits.EffectiveMaxIdle);
        Leases.Remove(lease);
        switch (lease.Thing)
        {
            case null:
                break;
            case { IsBroken: true }:
                _counted = _counted with { BrokenClosed = _counted.BrokenClosed + 1 };
                break;
            case { } old when old.Generation != _generation:
                break;
            case { } old when IsExpired(old):
                _counted = _counted with { LifetimeClosed = _counted.LifetimeClosed + 1 };
                break;
            case not null when full:
                _counted = _counted with { MaxIdleClosed = _counted.MaxIdleClosed + 1 };
                break;
            case { } thing when Waiting.Count > 0:
                Lend(LeaveQueue(0, _now), thing);
                return;
            case { } thing:
                thing.IdleSince = _now;
                _free.Add(thing);
                return;
        }

        PassOn();
    }

    public void Opened(int caller, int number)
    {
        Opening.Remove(caller);
        _counted = _counted with { Opened = _counted.Opened + 1 };
        Lend(caller, new ModelThing(number, _generation, _now));
    }

    public void FailedToOpen(int caller, Type failure)
    {
        Opening.Remove(caller);
        _counted = _counted with { OpenFailures = _counted.OpenFailures + 1 };
        Failed[caller] = failure;
        PassOn();
    }

    public void Cancelled(int caller)
    {
        LeaveQueue(Waiting.FindIndex(waiter => waiter.Caller == caller), _now);
        Failed[caller] = typeof(OperationCanceledException);
    }

    /// <param name="lease">Whose thing is replaced.</param>
    /// <param name="number">The new thing's, or null when it could not be opened.</param>
    public void Replaced(ModelLease lease, int? number)
    {
        _counted = _counted with { BrokenClosed = _counted.BrokenClosed + (lease.Thing is null ? 0 : 1) };
        lease.Thing = number is { } made ? new ModelThing(made, _generation, _now) : null;
        _counted = number is null
            ? _counted with { OpenFailures = _counted.OpenFailures + 1 }
            : _counted with { Opened = _counted.Opened + 1 };
    }

    public void Clear()
    {
        _generation++;
        _free.Clear();
    }

    public void Resize(PoolOptions limits)
    {
        _limits = limits;
        while (_free.Count > 0 && (_free.Count > limits.EffectiveMaxIdle || Open > limits.EffectiveMaxOpen))
        {
            _free.RemoveAt(0);
            _counted = _counted with { MaxIdleClosed = _counted.MaxIdleClosed + 1 };
        }

        while (PassOn())
        {
        }
    }

    public void Advance(int seconds)
    {
        _now += seconds;
        while (_limits.AcquireTimeout != Timeout.InfiniteTimeSpan && Waiting.Count > 0 && Due(Waiting[0]) <= _now)
        {
            TimeOut(LeaveQueue(0, Due(Waiting[0])));
        }

        foreach (ModelThing thing in _free.ToList())
        {
            bool idle = _limits.MaxIdleTime > TimeSpan.Zero && _now - thing.IdleSince >= _limits.MaxIdleTime.TotalSeconds;
            if (IsExpired(thing) || idle)
            {
                _free.Remove(thing);
                _counted = IsExpired(thing)
                    ? _counted with { LifetimeClosed = _counted.LifetimeClosed + 1 }
                    : _counted with { IdleTimeClosed = _counted.IdleTimeClosed + 1 };
            }
        }
    }

    public void Dispose()
    {
        _free.Clear();
        while (Waiting.Count > 0)
        {
            Failed[LeaveQueue(0, _now)] = typeof(ObjectDisposedException);
        }
    }

    private long Due((int Caller, long Since) waiter) => waiter.Since + (long)_limits.AcquireTimeout.TotalSeconds;

    private bool IsExpired(ModelThing thing) => _limits.MaxLifetime > TimeSpan.Zero && _now - thing.OpenedAt >= _limits.MaxLifetime.TotalSeconds;

    private void Lend(int caller, ModelThing thing) => Leases.Add(new ModelLease(caller, _now) { Thing = thing });

    private void TimeOut(int caller)
    {
        Failed[caller] = typeof(PoolTimeoutException);
        _counted = _counted with { WaitTimeouts = _counted.WaitTimeouts + 1 };
    }

    private int LeaveQueue(int index, long at)
    {
        (int caller, long since) = Waiting[index];
        Waiting.RemoveAt(index);
        _counted = _counted with { WaitDuration = _counted.WaitDuration + TimeSpan.FromSeconds(at - since) };
        return caller;
    }

    private bool PassOn()
    {
        bool passes = Waiting.Count > 0 && Open < _limits.EffectiveMaxOpen;
        if (passes)
        {
            Opening.Add(LeaveQueue(0, _now));
        }

        return passes;
    }
}
