using System.Diagnostics;
using IoTDB.Testing;
using Microsoft.Extensions.Logging.Abstractions;

namespace IoTDB.Client.Tests.Pooling;

/// <summary>Does to a pool and to its model the same things, and compares them after each.</summary>
internal sealed class PoolModelRun : IDisposable
{
    /// <summary>How far the clock moves: also the lifetime and idle time, where there are any, so that their random part does not show.</summary>
    public static readonly TimeSpan Tick = TimeSpan.FromSeconds(20);

    private static readonly TimeSpan s_patience = TimeSpan.FromSeconds(60);
    private readonly ManualTimeProvider _clock = new();
    private readonly HeldOpens _opens = new();
    private readonly List<ModelCaller> _callers = [];
    private readonly LeasePool<PooledThing> _pool;
    private readonly PoolModel _model;
    private PoolOptions _options;

    private PoolModelRun(PoolOptions options)
    {
        _options = options;
        _pool = new LeasePool<PooledThing>(_opens, options, _clock, new LeasePoolLog(NullLogger.Instance, "model"));
        _model = new PoolModel(options);
    }

    /// <summary>Runs a schedule and then disposes of the pool.</summary>
    /// <returns>What differs between pool and model, and after which step, or null when nothing does; and what the pool had counted before its end.</returns>
    public static (string? Difference, PoolStatistics Counted) Run(PoolSchedule schedule)
    {
        using PoolModelRun run = new(schedule.Options());
        for (int i = 0; i < schedule.Steps.Count; i++)
        {
            string what = run.Do(schedule.Steps[i]);
            if (run.SettledDifference() is { } difference)
            {
                return ($"after step {i} ({what}): {difference}", run._pool.Statistics);
            }
        }

        PoolStatistics counted = run._pool.Statistics;
        return (run.EndDiffers(), counted);
    }

    /// <summary>The pool is disposed of as a part of the run; one that differs is left, for who knows what it waits for.</summary>
    public void Dispose() => _callers.ForEach(caller => caller.Dispose());

    private string Do(int step)
    {
        int who = step / 16;
        switch (step % 16)
        {
            case < 4:
                _callers.Add(new ModelCaller(_pool));
                _model.Rent(_callers.Count - 1);
                return "rent";
            case < 7 when Pick(_model.Leases, who) is { } lease:
                _pool.Return(SlotOf(lease), SlotOf(lease).Version);
                _model.Return(lease);
                return "return";
            case < 9 when _model.Opening.Count > 0:
                int opener = _model.Opening[who % _model.Opening.Count];
                _model.Opened(opener, _opens.Succeed(_callers[opener].Token));
                return "open";
            case 9 when _model.Opening.Count > 0:
                int unlucky = _model.Opening[who % _model.Opening.Count];
                _opens.Fail(_callers[unlucky].Token);
                _model.FailedToOpen(unlucky, typeof(IoTDBConnectionException));
                return "fail to open";
            case 10 when Pick(_model.Alive.ToList(), who) is { } thing:
                _opens.Things[thing.Number].IsBroken = true;
                thing.IsBroken = true;
                return "break";
            case 11 when _model.Waiting.Count > 0:
                int waiter = _model.Waiting[who % _model.Waiting.Count].Caller;
                _callers[waiter].Cancel();
                _model.Cancelled(waiter);
                return "cancel a wait";
            case 12 when _model.Opening.Count > 0:
                int impatient = _model.Opening[who % _model.Opening.Count];
                _callers[impatient].Cancel();
                _model.FailedToOpen(impatient, typeof(OperationCanceledException));
                return "cancel an open";
            case 13 when Pick(_model.Leases, who) is { } broken:
                Replace(broken, succeeds: who % 3 > 0);
                return "replace";
            case 14 when who % 4 == 0:
                _pool.Clear();
                _model.Clear();
                return "clear";
            case 14:
                _options = PoolSchedule.Limited(who) with
                {
                    AcquireTimeout = _options.AcquireTimeout, MaxLifetime = _options.MaxLifetime, MaxIdleTime = _options.MaxIdleTime,
                };
                _pool.Resize(_options);
                _model.Resize(_options);
                return "resize";
            case 15:
                _clock.Advance(Tick);
                _model.Advance((int)Tick.TotalSeconds);
                return "expire";
            default:
                return "nothing";
        }
    }

    // Everything that is still lent or opening comes back after the disposal, and nothing is left of it.
    private string? EndDiffers()
    {
        Task disposal = _pool.DisposeAsync().AsTask();
        _model.Dispose();
        if (SettledDifference() is { } difference)
        {
            return "after dispose: " + difference;
        }

        foreach (ModelLease lease in _model.Leases.ToList())
        {
            _pool.Return(SlotOf(lease), SlotOf(lease).Version);
        }

        foreach (int opener in _model.Opening)
        {
            _opens.Succeed(_callers[opener].Token);
        }

        return Becomes(() => disposal.IsCompletedSuccessfully
            && _callers.TrueForAll(caller => caller.Rent.IsCompleted)
            && _opens.Things.TrueForAll(thing => thing.Closed == 1)
            && _pool.Statistics is { Open: 0, Leased: 0, Idle: 0, Opening: 0, Waiters: 0 }
            && _clock.ArmedTimers == 0)
            ? null
            : $"the disposed pool is {_pool.Statistics}, timers {_clock.ArmedTimers}, closed [{string.Join(", ", _opens.Things.Select(thing => thing.Closed))}]";
    }

    private void Replace(ModelLease lease, bool succeeds)
    {
        using CancellationTokenSource cancellation = new();
        Task replacing = _pool.ReplaceAsync(SlotOf(lease), default, cancellation.Token).AsTask();
        int? number = null;
        if (succeeds)
        {
            number = _opens.Succeed(cancellation.Token);
        }
        else
        {
            _opens.Fail(cancellation.Token);
        }

        _model.Replaced(lease, number);
        Becomes(() => replacing.IsCompleted);
        _ = replacing.Exception; // seen
    }

    // What others were told to do takes a moment; what stays different is wrong.
    private string? SettledDifference() => Becomes(() => Difference() is null) ? null : Difference();

    private string? Difference()
    {
        PoolStatistics now = _pool.Statistics;
        if (now != _model.Statistics)
        {
            return $"the pool is {now}, the model {_model.Statistics}";
        }

        if (now.Open != now.Idle + now.Leased + now.Opening)
        {
            return $"open is not idle + leased + opening: {now}";
        }

        if (_opens.Count != _model.Opening.Count || !_model.Opening.TrueForAll(caller => _opens.IsHeld(_callers[caller].Token)))
        {
            return $"the wrong callers open; the model: {string.Join(", ", _model.Opening)}";
        }

        for (int caller = 0; caller < _callers.Count; caller++)
        {
            if (CallerDifference(caller) is { } difference)
            {
                return difference;
            }
        }

        HashSet<int> alive = [.. _model.Alive.Select(thing => thing.Number)];
        PooledThing? wrong = _opens.Things.Find(thing => thing.Closed != (alive.Contains(thing.Number) ? 0 : 1));
        return wrong is null ? null : $"thing {wrong.Number} was closed {wrong.Closed} times, alive are {string.Join(", ", alive)}";
    }

    private string? CallerDifference(int caller)
    {
        Task<Slot<PooledThing>> rent = _callers[caller].Rent;
        if (_model.Leases.Find(lease => lease.Caller == caller) is { } lease)
        {
            return rent.IsCompletedSuccessfully && rent.Result.Item?.Number == lease.Thing?.Number ? null : $"caller {caller} has not got thing {lease.Thing?.Number}";
        }

        if (_model.Failed.TryGetValue(caller, out Type? failure))
        {
            bool fails = failure == typeof(OperationCanceledException) ? rent.IsCanceled : rent.Exception?.InnerException?.GetType() == failure;
            return fails ? null : $"caller {caller} did not get a {failure.Name}";
        }

        bool waits = _model.Opening.Contains(caller) || _model.Waiting.Exists(waiter => waiter.Caller == caller);
        return waits && rent.IsCompleted ? $"caller {caller} does not wait" : null;
    }

    private Slot<PooledThing> SlotOf(ModelLease lease) => _callers[lease.Caller].Rent.Result;

    private static T? Pick<T>(List<T> list, int who)
        where T : class => list.Count == 0 ? null : list[who % list.Count];

    private static bool Becomes(Func<bool> condition)
    {
        SpinWait wait = default; // others need the processor, and the thread pool a thread
        long started = Stopwatch.GetTimestamp();
        while (!condition())
        {
            if (Stopwatch.GetElapsedTime(started) > s_patience)
            {
                return false;
            }

            wait.SpinOnce(sleep1Threshold: 200);
        }

        return true;
    }
}
