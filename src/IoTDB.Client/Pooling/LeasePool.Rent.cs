using System.Diagnostics;

namespace IoTDB.Client;

internal sealed partial class LeasePool<T>
{
    /// <summary>Lends one; the caller returns it with the slot's version of this moment.</summary>
    /// <exception cref="PoolTimeoutException">None became free in time.</exception>
    /// <exception cref="ObjectDisposedException">The pool was disposed, before or while waiting.</exception>
    public ValueTask<Slot<T>> RentAsync(CancellationToken cancellationToken) => RentAsync(default, cancellationToken);

    /// <summary>Lends one, at the preferred endpoint if one is free there or may be opened there.</summary>
    public ValueTask<Slot<T>> RentAsync(OpenHint hint, CancellationToken cancellationToken)
    {
        if (cancellationToken.IsCancellationRequested)
        {
            return ValueTask.FromCanceled<Slot<T>>(cancellationToken);
        }

        Slot<T>? slot;
        bool isNew;
        Waiter<T>? waiter = null;
        lock (_gate)
        {
            ObjectDisposedException.ThrowIf(_disposed, typeof(IoTDBDataSource));
            slot = Take(hint, out isNew);
            if (slot is null && _options.AcquireTimeout == TimeSpan.Zero)
            {
                _waitTimeouts++;
                throw Exhausted(Snapshot());
            }

            if (slot is null)
            {
                waiter = new Waiter<T>(this, _clock.GetTimestamp());
                waiter.Node = _waiters.AddLast(waiter);
                _waitCount++;
            }
        }

        return waiter is null ? Prepared(slot!, isNew, hint, cancellationToken) : WaitAsync(waiter, hint, cancellationToken);
    }

    /// <summary>Lends one as <see cref="RentAsync(OpenHint, CancellationToken)"/> does, but only if nobody has to be waited for.</summary>
    /// <remarks>For those who hold one already: two of them that wait for each other's would wait in vain.</remarks>
    public bool TryRent(OpenHint hint, CancellationToken cancellationToken, out ValueTask<Slot<T>> rent)
    {
        Slot<T>? slot = null;
        bool isNew = false;
        lock (_gate)
        {
            if (!_disposed)
            {
                slot = Take(hint, out isNew);
            }
        }

        rent = slot is null ? default : Prepared(slot, isNew, hint, cancellationToken);
        return slot is not null;
    }

    private ValueTask<Slot<T>> Prepared(Slot<T> slot, bool isNew, OpenHint hint, CancellationToken cancellationToken)
    {
        if (isNew)
        {
            return OpenAsync(slot, hint, cancellationToken);
        }

        return IsFit(slot) ? new ValueTask<Slot<T>>(slot) : RentSlowAsync(slot, hint, cancellationToken);
    }

    // A free one, else a place for one more, else null. Under the lock.
    private Slot<T>? Take(OpenHint hint, out bool isNew)
    {
        isNew = false;
        int free = _waiters.Count == 0 ? FreeFor(hint) : -1;
        if (free >= 0)
        {
            Slot<T> slot = _free[free];
            _free.RemoveAt(free);
            Lend(slot);
            return slot;
        }

        if (_waiters.Count == 0 && _open < _maxOpen)
        {
            _open++;
            _opening++;
            isNew = true;
            return new Slot<T>();
        }

        return null;
    }

    internal bool TryLeaveQueue(Waiter<T> waiter, bool timedOut, out PoolStatistics? statistics)
    {
        statistics = null;
        lock (_gate)
        {
            if (waiter.Node is null)
            {
                return false;
            }

            if (timedOut)
            {
                _waitTimeouts++;
                statistics = Snapshot();
            }

            LeaveQueue(waiter);
            return true;
        }
    }

    /// <summary>Opens into a slot that is leased but holds nothing usable any more; its place is kept meanwhile.</summary>
    public async ValueTask ReplaceAsync(Slot<T> slot, OpenHint hint, CancellationToken cancellationToken)
    {
        if (slot.Item is { } old)
        {
            slot.Item = null;
            lock (_gate)
            {
                _brokenClosed++;
                _closing++;
            }

            CloseInBackground(old);
        }

        T item;
        try
        {
            item = await _source.OpenAsync(hint, cancellationToken).ConfigureAwait(false);
        }
        catch
        {
            lock (_gate)
            {
                _openFailures++;
            }

            throw;
        }

        lock (_gate)
        {
            _opened++;
            slot.Item = item;
            slot.Generation = _generation;
            slot.ExpiresAt = Lifetime();
            slot.IdleTicks = 0;
            if (!_disposed)
            {
                return;
            }
        }

        item.Abort();
        throw new ObjectDisposedException(nameof(IoTDBDataSource));
    }

    private async ValueTask<Slot<T>> WaitAsync(Waiter<T> waiter, OpenHint hint, CancellationToken cancellationToken)
    {
        waiter.Arm(_clock, _options.AcquireTimeout, cancellationToken);
        Slot<T> slot;
        try
        {
            if (waiter.Task.IsCompleted is false)
            {
                ReclaimLeaks();
            }

            slot = await waiter.Task.ConfigureAwait(false);
        }
        finally
        {
            waiter.Disarm();
        }

        return slot.Item is null ? await OpenAsync(slot, hint, cancellationToken).ConfigureAwait(false) : slot;
    }

    // The free one is dead or too old: the next free one, and when there is none left, one new.
    private async ValueTask<Slot<T>> RentSlowAsync(Slot<T> slot, OpenHint hint, CancellationToken cancellationToken)
    {
        while (true)
        {
            T dead;
            Slot<T>? next = null;
            lock (_gate)
            {
                ObjectDisposedException.ThrowIf(!slot.IsLeased, typeof(IoTDBDataSource)); // cut meanwhile, with the pool
                dead = slot.Item!;
                slot.Item = null;
                _ = slot.ExpiresAt <= slot.LeasedSince ? _lifetimeClosed++ : _brokenClosed++;
                _closing++;
                Unlend(slot);
                if (_free.Count > 0)
                {
                    next = _free[^1];
                    _free.RemoveAt(_free.Count - 1);
                    _open--;
                    Lend(next);
                }
                else
                {
                    _opening++;
                }
            }

            CloseInBackground(dead);
            if (next is null)
            {
                return await OpenAsync(slot, hint, cancellationToken).ConfigureAwait(false);
            }

            slot = next;
            if (IsFit(slot))
            {
                return slot;
            }
        }
    }

    private async ValueTask<Slot<T>> OpenAsync(Slot<T> slot, OpenHint hint, CancellationToken cancellationToken)
    {
        T item;
        try
        {
            item = await _source.OpenAsync(hint, cancellationToken).ConfigureAwait(false);
        }
        catch
        {
            lock (_gate)
            {
                _openFailures++;
                _opening--;
                PassOn(); // the slot is free again before the exception is visible
            }

            throw;
        }

        lock (_gate)
        {
            _opening--;
            _opened++;
            slot.Item = item;
            slot.Generation = _generation;
            slot.ExpiresAt = Lifetime();
            slot.IdleSince = _clock.GetTimestamp();
            if (!_disposed)
            {
                Lend(slot);
                return slot;
            }

            _open--;
            _closing++;
        }

        CloseInBackground(item);
        throw new ObjectDisposedException(nameof(IoTDBDataSource));
    }

    // The last returned; or the last returned at the preferred endpoint, and when there is none, none as long as one may be opened there.
    private int FreeFor(OpenHint hint)
    {
        if (hint.Preferred is { } preferred)
        {
            for (int i = _free.Count - 1; i >= 0; i--)
            {
                if (_free[i].Item!.IsAt(preferred))
                {
                    return i;
                }
            }

            if (_open < _maxOpen)
            {
                return -1;
            }
        }

        return _free.Count - 1;
    }

    private void Lend(Slot<T> slot)
    {
        long now = _clock.GetTimestamp();
        slot.Version++;
        slot.IsLeased = true;
        slot.LeasedSince = now;
        slot.IdleTicks = now - slot.IdleSince;
        slot.Place = _leasedSlots.Count;
        _leasedSlots.Add(slot);
        if (_options.LeakWarningAfter > TimeSpan.Zero)
        {
            slot.Origin = new StackTrace(3, fNeedFileInfo: true);
            slot.LeakReported = false;
            StartCleaner();
        }
    }

    private void Unlend(Slot<T> slot)
    {
        slot.Version++;
        slot.IsLeased = false;
        slot.Origin = null;
        slot.Owner = null;
        slot.Facade = null;
        Slot<T> last = _leasedSlots[^1];
        _leasedSlots[slot.Place] = last;
        last.Place = slot.Place;
        _leasedSlots.RemoveAt(_leasedSlots.Count - 1);
    }

    private void Grant(Waiter<T> waiter, Slot<T> slot)
    {
        LeaveQueue(waiter);
        if (slot.Item is not null)
        {
            Lend(slot);
        }

        waiter.TrySetResult(slot);
    }

    private void LeaveQueue(Waiter<T> waiter)
    {
        _waiters.Remove(waiter.Node!);
        waiter.Node = null;
        _waitTicks += _clock.GetTimestamp() - waiter.Since;
    }

    // Whether what was just lent may be handed out. Asks the operating system, so not under the lock.
    private static bool IsFit(Slot<T> slot) => slot.Item is { } item && item.IsUsable && slot.ExpiresAt > slot.LeasedSince;

    private bool IsExpired(Slot<T> slot) => slot.ExpiresAt != long.MaxValue && slot.ExpiresAt <= _clock.GetTimestamp();

    private long Lifetime()
    {
        TimeSpan lifetime = _options.MaxLifetime;
        return lifetime <= TimeSpan.Zero ? long.MaxValue : After(lifetime * (1 - (0.1 * Random.Shared.NextDouble())));
    }
}
