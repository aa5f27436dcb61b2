using System.Diagnostics;

namespace IoTDB.Client;

// Runs only while there is something to clean: idle sessions that age, a minimum to keep, leases to watch.
internal sealed partial class LeasePool<T>
{
    private static readonly TimeSpan s_longestPause = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan s_shortestPause = TimeSpan.FromMilliseconds(100);
    private static readonly TimeSpan s_reclaimPause = TimeSpan.FromSeconds(1);
    private ITimer? _cleaner;
    private bool _cleanerArmed;
    private long _reclaimedAt = long.MinValue;

    /// <summary>Takes back leases whose owner was collected: closes them, never lends them again. At most once a second.</summary>
    internal void ReclaimLeaks()
    {
        List<(T? Item, StackTrace? Origin)> leaked = [];
        lock (_gate)
        {
            long now = _clock.GetTimestamp();
            if (_reclaimedAt != long.MinValue && _clock.GetElapsedTime(_reclaimedAt, now) < s_reclaimPause)
            {
                return;
            }

            _reclaimedAt = now;
            foreach (Slot<T> slot in _leasedSlots.Where(slot => slot.Owner is { IsAlive: false }).ToList())
            {
                leaked.Add((slot.Item, slot.Origin));
                slot.Item = null;
                Unlend(slot);
                _leakReclaimed++;
                PassOn();
            }
        }

        foreach ((T? item, StackTrace? origin) in leaked)
        {
            item?.Abort();
            _log.Reclaimed(origin);
        }
    }

    private void StartCleaner()
    {
        if (_cleanerArmed || _disposed || !HasWork())
        {
            return;
        }

        _cleanerArmed = true;
        TimeSpan pause = Pause();
        _cleaner ??= _clock.CreateTimer(static state => ((LeasePool<T>)state!).Clean(), this, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
        _cleaner.Change(pause, Timeout.InfiniteTimeSpan);
    }

    private bool HasWork() =>
        (_free.Count > 0 && (_options.MaxIdleTime > TimeSpan.Zero || _options.MaxLifetime > TimeSpan.Zero))
        || (_options.MinOpen > _open && _opened > 0)
        || (_options.LeakWarningAfter > TimeSpan.Zero && _leasedSlots.Count > 0);

    private TimeSpan Pause()
    {
        TimeSpan pause = s_longestPause;
        foreach (TimeSpan limit in (ReadOnlySpan<TimeSpan>)[_options.MaxIdleTime, _options.MaxLifetime, _options.LeakWarningAfter])
        {
            if (limit > TimeSpan.Zero && limit / 2 < pause)
            {
                pause = limit / 2;
            }
        }

        return pause < s_shortestPause ? s_shortestPause : pause;
    }

    private void Clean()
    {
        List<Slot<T>> surplus = [];
        List<(TimeSpan Age, StackTrace? Origin)> leaks = [];
        int missing;
        lock (_gate)
        {
            _cleanerArmed = false;
            if (_disposed)
            {
                return;
            }

            PruneFree(surplus);
            FindLeaks(leaks);
            missing = Math.Min(_options.MinOpen, _maxOpen) - _open;
            if (missing > 0)
            {
                _open += missing;
                _opening += missing;
            }

            StartCleaner();
        }

        CloseAll(surplus);
        leaks.ForEach(leak => _log.Leak(leak.Age, leak.Origin)); // whoever listens may take its time: not under the lock
        for (int i = 0; i < missing; i++)
        {
            _ = FillUpAsync();
        }
    }

    private void PruneFree(List<Slot<T>> surplus)
    {
        long now = _clock.GetTimestamp();
        for (int i = 0; i < _free.Count;)
        {
            Slot<T> slot = _free[i];
            bool idle = _options.MaxIdleTime > TimeSpan.Zero
                && _open > _options.MinOpen
                && _clock.GetElapsedTime(slot.IdleSince, now) >= _options.MaxIdleTime;
            bool expired = IsExpired(slot);
            if (!idle && !expired)
            {
                i++;
                continue;
            }

            _ = expired ? _lifetimeClosed++ : _idleTimeClosed++;
            surplus.Add(slot);
            GiveUp(slot);
            _free.RemoveAt(i);
        }
    }

    private void FindLeaks(List<(TimeSpan Age, StackTrace? Origin)> leaks)
    {
        if (_options.LeakWarningAfter <= TimeSpan.Zero)
        {
            return;
        }

        long now = _clock.GetTimestamp();
        foreach (Slot<T> slot in _leasedSlots)
        {
            TimeSpan age = _clock.GetElapsedTime(slot.LeasedSince, now);
            if (!slot.LeakReported && age >= _options.LeakWarningAfter)
            {
                slot.LeakReported = true;
                leaks.Add((age, slot.Origin));
            }
        }
    }

    // Only the number of open ones is restored; whoever comes first gets it.
    private async Task FillUpAsync()
    {
        try
        {
            Slot<T> slot = await OpenAsync(new Slot<T>(), default, CancellationToken.None).ConfigureAwait(false);
            Return(slot, slot.Version);
        }
        catch (Exception failure) when (failure is IoTDBException or ObjectDisposedException or OperationCanceledException)
        {
            _log.FillUpFailed(failure); // tried again at the next cleaning
        }
    }
}
