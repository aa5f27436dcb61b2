using IoTDB.Testing;
using Shouldly;
using Xunit;

namespace IoTDB.Client.Tests.Pooling;

public sealed class AcquireTests
{
    [Fact, Proves("P-03")]
    public async Task Acquire_prefers_free_then_opens_then_queues()
    {
        await using PoolBench bench = new(new PoolOptions { MaxOpen = 2 });
        PooledLease first = await bench.RentAsync();
        first.Return();

        PooledLease again = await bench.RentAsync();
        PooledLease second = await bench.RentAsync();
        Task<PooledLease> queued = bench.RentAsync();

        again.Thing.ShouldBe(first.Thing);
        second.Thing.ShouldNotBe(first.Thing);
        queued.IsCompleted.ShouldBeFalse();
        bench.Opens.ShouldBe(2);
        again.Return();
        (await queued).Thing.ShouldBe(bench.Things[0]);
        bench.ShouldBeConsistent();
    }

    [Fact, Proves("P-04")]
    public async Task Free_list_is_lifo()
    {
        await using PoolBench bench = new(new PoolOptions { MaxOpen = 3 });
        PooledLease a = await bench.RentAsync();
        PooledLease b = await bench.RentAsync();
        PooledLease c = await bench.RentAsync();
        a.Return();
        c.Return();
        b.Return();

        (await bench.RentAsync()).Thing.Number.ShouldBe(1);
        (await bench.RentAsync()).Thing.Number.ShouldBe(2);
        (await bench.RentAsync()).Thing.Number.ShouldBe(0);
    }

    [Fact, Proves("P-05")]
    [Fault("F-84")]
    public async Task Waiters_are_served_in_arrival_order()
    {
        await using PoolBench bench = new(new PoolOptions { MaxOpen = 3 });
        Queue<PooledLease> leases = new([await bench.RentAsync(), await bench.RentAsync(), await bench.RentAsync()]);
        Task<PooledLease>[] waiting = [.. Enumerable.Range(0, 1000).Select(_ => bench.RentAsync())];

        foreach (Task<PooledLease> next in waiting)
        {
            leases.Dequeue().Return(); // one place at a time: were anybody else served, the next in line would not be
            leases.Enqueue(await next.WaitAsync(TimeSpan.FromSeconds(10)));
        }

        bench.Statistics.WaitCount.ShouldBe(1000);
        bench.ShouldBeConsistent();
    }

    [Fact, Proves("P-06")]
    public async Task Return_hands_to_waiter_then_free_list_then_closes()
    {
        await using PoolBench bench = new(new PoolOptions { MaxOpen = 3, MaxIdle = 1 });
        PooledLease a = await bench.RentAsync();
        PooledLease b = await bench.RentAsync();
        PooledLease c = await bench.RentAsync();
        Task<PooledLease> waiting = bench.RentAsync();

        a.Return();
        PooledLease d = await waiting;
        b.Return();
        c.Return();

        d.Thing.ShouldBe(bench.Things[0]);
        bench.Statistics.ShouldSatisfyAllConditions(
            now => now.Idle.ShouldBe(1),
            now => now.Leased.ShouldBe(1),
            now => now.MaxIdleClosed.ShouldBe(1));
        bench.Things[2].Closed.ShouldBe(1);
    }

    [Fact, Proves("P-07")]
    public async Task Return_does_not_run_the_waiters_code()
    {
        await using PoolBench bench = new(new PoolOptions { MaxOpen = 1 });
        PooledLease lease = await bench.RentAsync();
        int? ranOn = null;
        Task waiting = Task.Run(async () =>
        {
            await bench.RentAsync().ConfigureAwait(false);
            ranOn = Environment.CurrentManagedThreadId;
        });
        await PoolBench.EventuallyAsync(() => bench.Statistics.Waiters == 1);

        int? returnedOn = null;
        bool ranInside = false;
        Thread returner = new(() =>
        {
            returnedOn = Environment.CurrentManagedThreadId;
            lease.Return();
            ranInside = ranOn == returnedOn;
        });
        returner.Start();
        returner.Join();
        await waiting;

        ranInside.ShouldBeFalse();
    }

    [Fact, Proves("P-08")]
    public async Task Exhausted_wait_fails_on_time_under_wakeup_noise()
    {
        await using PoolBench bench = new(new PoolOptions { MaxOpen = 1, AcquireTimeout = TimeSpan.FromSeconds(10) });
        PooledLease lease = await bench.RentAsync();
        bench.Clock.Advance(TimeSpan.FromSeconds(5));
        Task<PooledLease> first = bench.RentAsync();
        bench.Clock.Advance(TimeSpan.FromSeconds(4));
        Task<PooledLease> second = bench.RentAsync();
        lease.Return(); // wakes the first; the second's clock goes on
        PooledLease held = await first;
        bench.Clock.Advance(TimeSpan.FromMilliseconds(9_999));
        bool early = second.IsCompleted;
        bench.Clock.Advance(TimeSpan.FromMilliseconds(1));

        PoolTimeoutException error = await Should.ThrowAsync<PoolTimeoutException>(() => second);

        early.ShouldBeFalse();
        error.IsTransient.ShouldBeTrue();
        error.Message.ShouldContain("1 of 1 are lent, the oldest for 10 s");
        error.Statistics.ShouldNotBeNull().Leased.ShouldBe(1);
        bench.Statistics.WaitTimeouts.ShouldBe(1);
        held.Return();
    }

    [Theory, Proves("P-08"), Fault("F-84")]
    [InlineData(1_000)]
    [InlineData(10_000)]
    public async Task Every_caller_of_an_exhausted_pool_is_answered_at_the_timeout(int callers)
    {
        await using PoolBench bench = new(new PoolOptions { MaxOpen = 8, AcquireTimeout = TimeSpan.FromSeconds(10) });
        PooledLease[] held = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => bench.RentAsync()));
        Task<PooledLease>[] waiting = [.. Enumerable.Range(0, callers).Select(_ => bench.RentAsync())];
        bench.Clock.Advance(TimeSpan.FromMilliseconds(9_999));
        waiting.ShouldAllBe(call => !call.IsCompleted);
        bench.Clock.Advance(TimeSpan.FromMilliseconds(1));

        foreach (Task<PooledLease> call in waiting)
        {
            await Should.ThrowAsync<PoolTimeoutException>(() => call);
        }

        bench.Statistics.ShouldSatisfyAllConditions(
            now => now.WaitTimeouts.ShouldBe(callers),
            now => now.Waiters.ShouldBe(0),
            now => now.Leased.ShouldBe(8));
        Array.ForEach(held, lease => lease.Return());
        (await bench.RentAsync()).Return();
    }

    [Fact]
    public async Task Zero_waiting_time_fails_at_once()
    {
        await using PoolBench bench = new(new PoolOptions { MaxOpen = 1, AcquireTimeout = TimeSpan.Zero });
        await bench.RentAsync();

        await Should.ThrowAsync<PoolTimeoutException>(() => bench.RentAsync());
    }

    [Fact, Proves("P-09")]
    [Fault("F-94")]
    public async Task Cancel_races_handover()
    {
        await using PoolBench bench = new(new PoolOptions { MaxOpen = 1 });
        for (int i = 0; i < 20_000; i++)
        {
            PooledLease lease = await bench.RentAsync();
            using CancellationTokenSource cancellation = new();
            Task<PooledLease> waiting = bench.RentAsync(cancellation.Token);
            Task cancel = Task.Run(cancellation.Cancel);
            lease.Return();
            await cancel;
            try
            {
                (await waiting).Return();
            }
            catch (OperationCanceledException)
            {
                // either way nothing is lost
            }
        }

        bench.Statistics.ShouldSatisfyAllConditions(
            now => now.Open.ShouldBe(1),
            now => now.Idle.ShouldBe(1),
            now => now.Leased.ShouldBe(0),
            now => now.Waiters.ShouldBe(0));
        bench.Opens.ShouldBe(1);
    }

    [Fact, Proves("P-10")]
    public async Task Failing_opens_release_every_caller()
    {
        await using PoolBench bench = new(new PoolOptions { MaxOpen = 4 });
        bench.HoldOpens = true;
        Task<PooledLease>[] callers = [.. Enumerable.Range(0, 20).Select(_ => bench.RentAsync())];
        for (int i = 0; i < 20; i++)
        {
            await PoolBench.EventuallyAsync(() => bench.Opens > i);
            bench.LetOneOpen(new IoTDBConnectionException("refused"));
        }

        foreach (Task<PooledLease> caller in callers)
        {
            await Should.ThrowAsync<IoTDBConnectionException>(() => caller);
        }

        bench.Statistics.ShouldSatisfyAllConditions(
            now => now.Open.ShouldBe(0),
            now => now.Opening.ShouldBe(0),
            now => now.Waiters.ShouldBe(0),
            now => now.OpenFailures.ShouldBe(20));
    }

    [Fact, Proves("P-11")]
    public async Task Broken_return_opens_for_waiter()
    {
        await using PoolBench bench = new(new PoolOptions { MaxOpen = 1 });
        PooledLease lease = await bench.RentAsync();
        Task<PooledLease> waiting = bench.RentAsync();

        lease.Thing.IsBroken = true;
        lease.Return();

        (await waiting).Thing.Number.ShouldBe(1);
        bench.Statistics.BrokenClosed.ShouldBe(1);
        bench.ShouldBeConsistent();
    }

    [Fact, Proves("P-12")]
    public async Task A_cancelled_open_frees_its_place()
    {
        await using PoolBench bench = new(new PoolOptions { MaxOpen = 1 });
        bench.HoldOpens = true;
        using CancellationTokenSource cancellation = new();
        Task<PooledLease> opening = bench.RentAsync(cancellation.Token);
        await cancellation.CancelAsync();

        await Should.ThrowAsync<OperationCanceledException>(() => opening);

        bench.Statistics.Open.ShouldBe(0);
    }

    [Fact, Proves("P-13")]
    public async Task Dead_idle_connections_are_skipped()
    {
        await using PoolBench bench = new(new PoolOptions { MaxOpen = 5 });
        PooledLease[] leases = await Task.WhenAll(Enumerable.Range(0, 5).Select(_ => bench.RentAsync()));
        foreach (PooledLease lease in leases)
        {
            lease.Return();
            lease.Thing.IsBroken = true;
        }

        PooledLease fresh = await bench.RentAsync();

        fresh.Thing.Number.ShouldBe(5);
        bench.Statistics.ShouldSatisfyAllConditions(
            now => now.Open.ShouldBe(1),
            now => now.BrokenClosed.ShouldBe(5));
        bench.Things.Take(5).ShouldAllBe(thing => thing.Closed == 1);
    }
}
