using IoTDB.Wire.Blocks;

namespace IoTDB.Client;

/// <summary>Time limits of calls, reused.</summary>
internal sealed class CallDeadlines
{
    private readonly FramePool<CallDeadline> _pool;

    public CallDeadlines(TimeProvider clock)
    {
        Clock = clock;
        _pool = new FramePool<CallDeadline>(() => new CallDeadline(clock, _pool));
    }

    public TimeProvider Clock { get; }

    public CallDeadline Start(TimeSpan timeout, CancellationToken caller)
    {
        CallDeadline deadline = _pool.Rent();
        deadline.Start(timeout, caller);
        return deadline;
    }
}
