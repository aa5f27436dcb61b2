using IoTDB.Testing;
using Shouldly;
using Xunit;

namespace IoTDB.Client.Tests.Pooling;

public sealed class DisposalTests
{
    private static readonly PoolOptions s_options = new()
    {
        MaxOpen = 2,
        GracePeriod = TimeSpan.FromSeconds(5),
        ShutdownTimeout = TimeSpan.FromSeconds(8),
    };

    [Fact, Proves("X-01"), Fault("F-90")]
    public async Task Waiters_fail_at_once_and_no_new_lease_is_given()
    {
        PoolBench bench = new(s_options);
        PooledLease a = await bench.RentAsync();
        PooledLease b = await bench.RentAsync();
        Task<PooledLease>[] waiting = [.. Enumerable.Range(0, 500).Select(_ => bench.RentAsync())];

        Task disposal = bench.Pool.DisposeAsync().AsTask();

        foreach (Task<PooledLease> waiter in waiting)
        {
            await Should.ThrowAsync<ObjectDisposedException>(() => waiter);
        }

        await Should.ThrowAsync<ObjectDisposedException>(() => bench.RentAsync());
        disposal.IsCompleted.ShouldBeFalse();
        a.Return();
        b.Return();
        await disposal;
        bench.Things.ShouldAllBe(thing => thing.Closed == 1);
    }

    [Fact, Proves("X-01"), Fault("F-89")]
    public async Task Lent_ones_are_cut_after_the_grace_period()
    {
        PoolBench bench = new(s_options);
        PooledLease lent = await bench.RentAsync();
        PooledThing thing = lent.Thing;
        Task disposal = bench.Pool.DisposeAsync().AsTask();
        await PoolBench.EventuallyAsync(() => bench.Clock.ArmedTimers == 1);

        bench.Clock.Advance(TimeSpan.FromMilliseconds(4_999));
        bool early = thing.IsAborted;
        bench.Clock.Advance(TimeSpan.FromMilliseconds(1));
        await disposal;

        early.ShouldBeFalse();
        thing.IsAborted.ShouldBeTrue();
        lent.Return(); // quiet, though late
        bench.Statistics.Open.ShouldBe(0);
    }

    [Fact, Proves("X-02")]
    public async Task Dispose_is_bounded_with_silent_peer()
    {
        PoolBench bench = new(s_options);
        PooledLease lease = await bench.RentAsync();
        lease.Thing.Silence = new TaskCompletionSource();
        lease.Return();
        Task disposal = bench.Pool.DisposeAsync().AsTask();
        await PoolBench.EventuallyAsync(() => bench.Statistics.Idle == 0 && bench.Clock.ArmedTimers == 1);
        bench.Clock.Advance(TimeSpan.FromSeconds(5));
        await PoolBench.EventuallyAsync(() => bench.Clock.ArmedTimers == 1);
        bool early = disposal.IsCompleted;
        bench.Clock.Advance(TimeSpan.FromSeconds(3));

        await disposal;

        early.ShouldBeFalse();
    }

    [Fact, Proves("X-03"), Fault("F-88")]
    public async Task Dispose_races()
    {
        for (int round = 0; round < 50; round++)
        {
            PoolBench bench = new(s_options);
            PooledLease lease = await bench.RentAsync();
            Task[] actors =
            [
                .. Enumerable.Range(0, 20).Select(_ => Task.Run(() => bench.Pool.DisposeAsync().AsTask())),
                Task.Run(lease.Return),
                Task.Run(bench.Pool.Clear),
                Task.Run(async () =>
                {
                    try
                    {
                        (await bench.RentAsync()).Return();
                    }
                    catch (ObjectDisposedException)
                    {
                        // the race may end like this
                    }
                }),
            ];

            await Task.WhenAll(actors);

            bench.Statistics.ShouldSatisfyAllConditions(now => now.Open.ShouldBe(0), now => now.Waiters.ShouldBe(0));
            bench.Clock.ArmedTimers.ShouldBe(0);
        }
    }
}
