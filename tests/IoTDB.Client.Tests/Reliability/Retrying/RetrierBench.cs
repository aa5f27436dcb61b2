using IoTDB.Testing;

namespace IoTDB.Client.Tests.Reliability;

/// <summary>A retrier on a manual clock, and calls that end as listed.</summary>
internal sealed class RetrierBench : IOutage, IRetryObserver
{
    private readonly CallRetrier _retrier;

    public RetrierBench(TimeSpan? outageWait = null, double random = 0.5)
    {
        Budget = new RetryBudget();
        _retrier = new CallRetrier(Budget, new Backoff(() => random), this, outageWait ?? TimeSpan.FromSeconds(10), Clock, this);
    }

    public ManualTimeProvider Clock { get; } = new();

    public RetryBudget Budget { get; }

    public TimeSpan UntilNextTry { get; set; }

    public List<Attempt> Attempts { get; } = [];

    public List<TimeSpan> Pauses { get; } = [];

    /// <summary>Runs once, when the next wait has begun.</summary>
    public Action? WhenWaiting { get; set; }

    public void Repeating(CallKind kind, IoTDBException failure, int attempts, TimeSpan pause) => Pauses.Add(pause);

    /// <summary>Makes one call whose attempts end as given, the last one for ever; null is success. Time passes as the call waits.</summary>
    public async Task<int> RunAsync(CallKind kind, IReadOnlyList<Func<Exception?>> ends, TimeSpan? timeLeft = null, CancellationToken ct = default)
    {
        long deadline = timeLeft is { } left ? Clock.GetTimestamp() + left.Ticks : long.MaxValue;
        Task<int> call = _retrier.RunAsync(kind, ends, Attempted, deadline, ct).AsTask();
        while (!call.IsCompleted)
        {
            if (Clock.ArmedTimers > 0)
            {
                WhenWaiting?.Invoke();
                WhenWaiting = null;
                Clock.Advance(Pauses[^1]);
            }

            await Task.Yield();
        }

        return await call;
    }

    private ValueTask<int> Attempted(IReadOnlyList<Func<Exception?>> ends, Attempt attempt, CancellationToken ct)
    {
        Attempts.Add(attempt);
        Exception? end = ends[Math.Min(attempt.Number, ends.Count) - 1]();
        return end is null ? ValueTask.FromResult(attempt.Number) : ValueTask.FromException<int>(end);
    }
}
