namespace IoTDB.Client;

/// <summary>Lends a bounded number of things, strictly first come first served; waiting costs no thread.</summary>
/// <remarks>
/// Order of a rent: a free one (the last returned first), else one more, else the queue. What comes back goes to the first waiter, else to
/// the free list. A slot is counted in <c>open</c> from its reservation until it is given up, so that
/// <c>open = idle + leased + opening</c> and <c>open ≤ MaxOpen</c> hold whenever the lock is free (except above a lowered limit).
/// </remarks>
internal sealed partial class LeasePool<T> : IAsyncDisposable
    where T : class, ILeasable
{
    private readonly Lock _gate = new(); // guards every field below but the readonly ones
    private readonly ILeasableSource<T> _source;
    private readonly TimeProvider _clock;
    private readonly LeasePoolLog _log;
    private readonly LinkedList<Waiter<T>> _waiters = new();
    private readonly List<Slot<T>> _free = []; // used as a stack: the last returned is lent first
    private readonly List<Slot<T>> _leasedSlots = []; // in any order: each slot knows its place
    private PoolOptions _options;
    private int _maxOpen;
    private int _maxIdle;
    private int _open;
    private int _opening;
    private int _closing;
    private int _generation;
    private bool _disposed;

    private long _waitCount;
    private long _waitTicks;
    private long _waitTimeouts;
    private long _opened;
    private long _openFailures;
    private long _maxIdleClosed;
    private long _idleTimeClosed;
    private long _lifetimeClosed;
    private long _brokenClosed;
    private long _leakReclaimed;

    public LeasePool(ILeasableSource<T> source, PoolOptions options, TimeProvider clock, LeasePoolLog log)
    {
        _source = source;
        _clock = clock;
        _log = log;
        _options = options;
        _maxOpen = options.EffectiveMaxOpen;
        _maxIdle = options.EffectiveMaxIdle;
    }

    public PoolStatistics Statistics
    {
        get
        {
            lock (_gate)
            {
                return Snapshot();
            }
        }
    }

    internal PoolTimeoutException Exhausted(PoolStatistics? statistics) => _log.Exhausted(statistics!, _options.AcquireTimeout);

    /// <summary>Starts a new generation: what is free closes now, what is leased when it comes back.</summary>
    public void Clear()
    {
        List<Slot<T>> surplus = [];
        lock (_gate)
        {
            _generation++;
            surplus.AddRange(_free);
            _free.Clear();
            foreach (Slot<T> slot in surplus)
            {
                GiveUp(slot);
            }
        }

        CloseAll(surplus);
    }

    /// <summary>Takes new limits; what exceeds them closes now if it is free, else when it comes back.</summary>
    public void Resize(PoolOptions options)
    {
        List<Slot<T>> surplus = [];
        lock (_gate)
        {
            _options = options;
            _maxOpen = options.EffectiveMaxOpen;
            _maxIdle = options.EffectiveMaxIdle;
            while (_free.Count > 0 && (_free.Count > _maxIdle || _open > _maxOpen))
            {
                surplus.Add(_free[0]);
                GiveUp(_free[0]);
                _free.RemoveAt(0);
                _maxIdleClosed++;
            }

            while (_open < _maxOpen && _waiters.First is { } first)
            {
                _open++;
                _opening++;
                Grant(first.Value, new Slot<T>());
            }
        }

        CloseAll(surplus);
    }

    private PoolStatistics Snapshot()
    {
        long now = _clock.GetTimestamp();
        long oldest = now;
        foreach (Slot<T> slot in _leasedSlots)
        {
            oldest = Math.Min(oldest, slot.LeasedSince);
        }

        return new PoolStatistics
        {
            MaxOpen = _maxOpen,
            Open = _open,
            Leased = _leasedSlots.Count,
            Idle = _free.Count,
            Opening = _opening,
            Waiters = _waiters.Count,
            WaitCount = _waitCount,
            WaitDuration = _clock.GetElapsedTime(0, _waitTicks),
            WaitTimeouts = _waitTimeouts,
            Opened = _opened,
            MaxIdleClosed = _maxIdleClosed,
            IdleTimeClosed = _idleTimeClosed,
            LifetimeClosed = _lifetimeClosed,
            BrokenClosed = _brokenClosed,
            LeakReclaimed = _leakReclaimed,
            OpenFailures = _openFailures,
            OldestLease = _clock.GetElapsedTime(oldest, now),
        };
    }

    private long After(TimeSpan time) => _clock.GetTimestamp() + (long)(time.TotalSeconds * _clock.TimestampFrequency);
}
