namespace IoTDB.Client;

internal sealed partial class LeasePool<T>
{
    private readonly TaskCompletionSource _disposal = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private TaskCompletionSource? _drained;

    /// <summary>
    /// No new leases; waiters fail at once; what is lent may finish for <c>GracePeriod</c>, then it is cut; everything within
    /// <c>ShutdownTimeout</c>. May be called again, and race with anything.
    /// </summary>
    public ValueTask DisposeAsync()
    {
        List<Slot<T>> free;
        List<Waiter<T>> waiters;
        lock (_gate)
        {
            if (_disposed)
            {
                return new ValueTask(_disposal.Task);
            }

            _disposed = true; // from here on nothing is lent, whether or not anybody awaits the rest
            _cleaner?.Dispose();
            _cleaner = null;
            free = [.. _free];
            _free.Clear();
            free.ForEach(GiveUp);
            waiters = [.. _waiters];
            waiters.ForEach(LeaveQueue);
            _drained = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        }

        _ = EndAsync(free, waiters, _drained.Task);
        return new ValueTask(_disposal.Task);
    }

    private async Task EndAsync(List<Slot<T>> free, List<Waiter<T>> waiters, Task drained)
    {
        foreach (Waiter<T> waiter in waiters)
        {
            waiter.TrySetException(new ObjectDisposedException(nameof(IoTDBDataSource)));
        }

        CloseAll(free);
        lock (_gate)
        {
            SignalWhenDrained();
        }

        TimeSpan grace = _options.GracePeriod < _options.ShutdownTimeout ? _options.GracePeriod : _options.ShutdownTimeout;
        if (!await CompletesWithinAsync(drained, grace).ConfigureAwait(false))
        {
            AbortLeased();
            await CompletesWithinAsync(drained, _options.ShutdownTimeout - grace).ConfigureAwait(false);
        }

        _disposal.SetResult();
    }

    private void AbortLeased()
    {
        List<T> items = [];
        lock (_gate)
        {
            foreach (Slot<T> slot in _leasedSlots.ToList())
            {
                if (slot.Item is { } item)
                {
                    items.Add(item);
                }

                slot.Item = null;
                Unlend(slot);
                _open--;
            }

            SignalWhenDrained();
        }

        items.ForEach(item => item.Abort());
    }

    private async ValueTask<bool> CompletesWithinAsync(Task task, TimeSpan time)
    {
        if (task.IsCompleted)
        {
            return true;
        }

        if (time <= TimeSpan.Zero)
        {
            return false;
        }

        // A source of its own: WaitAsync(time) stops its timer only after its caller goes on, and disposal leaves no timer.
        using CancellationTokenSource limit = new(time, _clock);
        try
        {
            await task.WaitAsync(limit.Token).ConfigureAwait(false);
            return true;
        }
        catch (OperationCanceledException)
        {
            return false;
        }
    }

    private void SignalWhenDrained()
    {
        if (_open == 0 && _closing == 0)
        {
            _drained?.TrySetResult();
        }
    }
}
