using IoTDB.Testing;
using Microsoft.Extensions.Logging.Abstractions;
using Shouldly;

namespace IoTDB.Client.Tests.Pooling;

/// <summary>A pool of things that need no network, on a manual clock.</summary>
internal sealed class PoolBench : ILeasableSource<PooledThing>, IAsyncDisposable
{
    private readonly Queue<TaskCompletionSource<PooledThing>> _held = new();
    private int _opened;

    public PoolBench(PoolOptions? options = null)
    {
        Pool = new LeasePool<PooledThing>(
            this, options ?? new PoolOptions { MaxOpen = 2 }, Clock, new LeasePoolLog(NullLogger.Instance, "bench"));
    }

    public ManualTimeProvider Clock { get; } = new();

    public LeasePool<PooledThing> Pool { get; }

    public List<PooledThing> Things { get; } = [];

    public int Opens => Volatile.Read(ref _opened);

    /// <summary>When set, the next opens fail with it.</summary>
    public Exception? Failure { get; set; }

    /// <summary>Opens wait for <see cref="LetOneOpen"/>.</summary>
    public bool HoldOpens { get; set; }

    public PoolStatistics Statistics => Pool.Statistics;

    public ValueTask<PooledThing> OpenAsync(CancellationToken cancellationToken)
    {
        Interlocked.Increment(ref _opened);
        if (HoldOpens)
        {
            TaskCompletionSource<PooledThing> held = new(TaskCreationOptions.RunContinuationsAsynchronously);
            cancellationToken.UnsafeRegister((_, token) => held.TrySetCanceled(token), null);
            lock (_held)
            {
                _held.Enqueue(held);
            }

            return new ValueTask<PooledThing>(held.Task);
        }

        return Failure is null ? ValueTask.FromResult(Make()) : ValueTask.FromException<PooledThing>(Failure);
    }

    public void LetOneOpen(Exception? failure = null)
    {
        TaskCompletionSource<PooledThing> held;
        lock (_held)
        {
            held = _held.Dequeue();
        }

        _ = failure is null ? held.TrySetResult(Make()) : held.TrySetException(failure);
    }

    public async Task<PooledLease> RentAsync(CancellationToken ct = default)
    {
        Slot<PooledThing> slot = await Pool.RentAsync(ct);
        return new PooledLease(Pool, slot, slot.Version);
    }

    /// <summary>Waits, without a clock, until what other threads were told to do has happened.</summary>
    public static async Task EventuallyAsync(Func<bool> condition)
    {
        for (int i = 0; i < 2000 && !condition(); i++)
        {
            await Task.Delay(1);
        }

        condition().ShouldBeTrue();
    }

    public void ShouldBeConsistent() => Statistics.ShouldSatisfyAllConditions(
        now => now.Open.ShouldBe(now.Idle + now.Leased + now.Opening),
        now => now.Open.ShouldBeLessThanOrEqualTo(now.MaxOpen));

    /// <summary>Disposes of the pool and lets its time pass, for tests that end with leases outstanding.</summary>
    public async ValueTask DisposeAsync()
    {
        Task disposal = Pool.DisposeAsync().AsTask();
        while (!disposal.IsCompleted)
        {
            Clock.Advance(TimeSpan.FromSeconds(1));
            await Task.Yield();
        }

        await disposal;
    }

    private PooledThing Make()
    {
        lock (Things)
        {
            PooledThing thing = new(Things.Count);
            Things.Add(thing);
            return thing;
        }
    }
}
