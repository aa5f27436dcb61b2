namespace IoTDB.Client;

/// <summary>A caller in the queue of a pool. It ends in exactly one way, decided under the pool's lock.</summary>
/// <remarks>Continuations never run on the thread that returned a session.</remarks>
internal sealed class Waiter<T>(LeasePool<T> pool, long since) : TaskCompletionSource<Slot<T>>(TaskCreationOptions.RunContinuationsAsynchronously)
    where T : class, ILeasable
{
    private ITimer? _timer;
    private CancellationTokenRegistration _cancellation;

    public LeasePool<T> Pool { get; } = pool;

    public long Since { get; } = since;

    public LinkedListNode<Waiter<T>>? Node { get; set; }

    /// <summary>Starts the clock and listens to the caller's token; called outside of the pool's lock.</summary>
    public void Arm(TimeProvider clock, TimeSpan timeout, CancellationToken cancellationToken)
    {
        if (timeout != Timeout.InfiniteTimeSpan)
        {
            _timer = clock.CreateTimer(static state => ((Waiter<T>)state!).OnTimeout(), this, timeout, Timeout.InfiniteTimeSpan);
        }

        _cancellation = cancellationToken.UnsafeRegister(static (state, token) => ((Waiter<T>)state!).OnCanceled(token), this);
    }

    public void Disarm()
    {
        _timer?.Dispose();
        _cancellation.Dispose();
    }

    private void OnTimeout()
    {
        if (Pool.TryLeaveQueue(this, timedOut: true, out PoolStatistics? statistics))
        {
            TrySetException(Pool.Exhausted(statistics));
        }
    }

    private void OnCanceled(CancellationToken token)
    {
        if (Pool.TryLeaveQueue(this, timedOut: false, out _))
        {
            TrySetCanceled(token);
        }
    }
}
