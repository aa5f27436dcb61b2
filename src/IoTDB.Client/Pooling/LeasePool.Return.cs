namespace IoTDB.Client;

internal sealed partial class LeasePool<T>
{
    /// <summary>Ends a lease: to the first waiter, else to the free list, else closed. A second return does nothing.</summary>
    /// <param name="slot">The slot.</param>
    /// <param name="version">The slot's version when it was lent.</param>
    public void Return(Slot<T> slot, long version)
    {
        T? discarded = null;
        lock (_gate)
        {
            if (!slot.IsLeased || slot.Version != version)
            {
                return;
            }

            Unlend(slot);
            slot.IdleSince = _clock.GetTimestamp();
            if (MayStay(slot))
            {
                if (_waiters.First is { } first)
                {
                    Grant(first.Value, slot);
                }
                else
                {
                    _free.Add(slot);
                    StartCleaner();
                }
            }
            else
            {
                discarded = slot.Item;
                slot.Item = null;
                _closing += discarded is null ? 0 : 1;
                PassOn();
            }
        }

        if (discarded is not null)
        {
            CloseInBackground(discarded);
        }
    }

    /// <summary>Whether the lease that remembers this version still lasts.</summary>
    public static bool IsCurrent(Slot<T> slot, long version) => slot.IsLeased && slot.Version == version;

    private bool MayStay(Slot<T> slot)
    {
        if (slot.Item is not { } item)
        {
            return false;
        }

        if (!item.IsIntact)
        {
            _brokenClosed++;
            return false;
        }

        if (_disposed || slot.Generation != _generation)
        {
            return false;
        }

        if (slot.ExpiresAt <= slot.IdleSince)
        {
            _lifetimeClosed++;
            return false;
        }

        if (_open > _maxOpen || (_waiters.Count == 0 && _free.Count >= _maxIdle))
        {
            _maxIdleClosed++;
            return false;
        }

        return true;
    }

    // A place became free: the first waiter may open for itself, else the place is given up.
    private void PassOn()
    {
        if (!_disposed && _open <= _maxOpen && _waiters.First is { } first)
        {
            _opening++;
            Grant(first.Value, new Slot<T>());
            return;
        }

        _open--;
        SignalWhenDrained();
        StartCleaner(); // MinOpen may have to be filled up again
    }

    private void GiveUp(Slot<T> slot)
    {
        slot.Version++;
        _open--;
        _closing += slot.Item is null ? 0 : 1;
    }

    private void CloseAll(List<Slot<T>> slots)
    {
        foreach (Slot<T> slot in slots)
        {
            if (slot.Item is { } item)
            {
                slot.Item = null;
                CloseInBackground(item);
            }
        }
    }

    // It is counted in _closing already, under the lock in which its place was given up: disposal waits for it.
    private void CloseInBackground(T item) => _ = CloseAsync(item);

    private async Task CloseAsync(T item)
    {
        await item.CloseAsync().ConfigureAwait(false);
        lock (_gate)
        {
            _closing--;
            SignalWhenDrained();
        }
    }
}
