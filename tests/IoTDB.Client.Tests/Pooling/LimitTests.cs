using IoTDB.Testing;
using Shouldly;
using Xunit;

namespace IoTDB.Client.Tests.Pooling;

public sealed class LimitTests
{
    [Fact, Proves("P-15")]
    public async Task Lifetime_never_cuts_a_lease()
    {
        await using PoolBench bench = new(new PoolOptions { MaxOpen = 1, MaxLifetime = TimeSpan.FromMinutes(30) });
        PooledLease lease = await bench.RentAsync();
        bench.Clock.Advance(TimeSpan.FromHours(1));
        int closedWhileLent = lease.Thing.Closed;
        lease.Return();

        closedWhileLent.ShouldBe(0);
        bench.Things[0].Closed.ShouldBe(1);
        bench.Statistics.LifetimeClosed.ShouldBe(1);
        (await bench.RentAsync()).Thing.Number.ShouldBe(1);
    }

    [Fact, Proves("P-15")]
    public async Task Lifetime_is_spread()
    {
        await using PoolBench bench = new(new PoolOptions { MaxOpen = 50, MaxLifetime = TimeSpan.FromMinutes(30), MaxIdleTime = TimeSpan.Zero });
        PooledLease[] leases = await Task.WhenAll(Enumerable.Range(0, 50).Select(_ => bench.RentAsync()));
        Array.ForEach(leases, lease => lease.Return());
        List<int> left = [];
        for (int minute = 26; minute <= 31; minute++)
        {
            bench.Clock.Advance(TimeSpan.FromMinutes(minute == 26 ? 26 : 1));
            left.Add(bench.Statistics.Idle);
        }

        left[0].ShouldBe(50);
        left.Distinct().Count().ShouldBeGreaterThan(2);
        left[^1].ShouldBe(0);
    }

    [Fact, Proves("P-16")]
    public async Task Idle_connections_are_pruned()
    {
        await using PoolBench bench = new(new PoolOptions { MaxOpen = 3, MinOpen = 1, MaxIdleTime = TimeSpan.FromMinutes(5), MaxLifetime = TimeSpan.Zero });
        PooledLease[] leases = await Task.WhenAll(Enumerable.Range(0, 3).Select(_ => bench.RentAsync()));
        Array.ForEach(leases, lease => lease.Return());
        bench.Clock.Advance(TimeSpan.FromMinutes(4));
        int before = bench.Statistics.Idle;
        bench.Clock.Advance(TimeSpan.FromMinutes(2));

        before.ShouldBe(3);
        bench.Statistics.Idle.ShouldBe(1);
        bench.Statistics.IdleTimeClosed.ShouldBe(2);
    }

    [Fact, Proves("P-16")]
    public async Task The_cleaner_runs_only_while_there_is_something_to_clean()
    {
        await using PoolBench bench = new(new PoolOptions { MaxOpen = 1 });
        int atStart = bench.Clock.ArmedTimers;
        PooledLease lease = await bench.RentAsync();
        int whileLent = bench.Clock.ArmedTimers;
        lease.Return();
        int whileIdle = bench.Clock.ArmedTimers;
        bench.Clock.Advance(TimeSpan.FromHours(1));

        (atStart, whileLent, whileIdle).ShouldBe((0, 0, 1));
        bench.Statistics.Open.ShouldBe(0);
        bench.Clock.ArmedTimers.ShouldBe(0);
    }

    [Fact]
    public async Task MinOpen_is_kept_after_discards()
    {
        await using PoolBench bench = new(new PoolOptions { MaxOpen = 4, MinOpen = 2 });
        PooledLease lease = await bench.RentAsync();
        lease.Thing.IsBroken = true;
        lease.Return();
        bench.Clock.Advance(TimeSpan.FromMinutes(1));

        await PoolBench.EventuallyAsync(() => bench.Statistics.Idle == 2);
        bench.ShouldBeConsistent();
    }

    [Fact, Proves("P-17")]
    [Fault("F-97")]
    public async Task Lowering_limits_takes_effect_on_busy_pool()
    {
        await using PoolBench bench = new(new PoolOptions { MaxOpen = 6 });
        PooledLease[] leases = await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => bench.RentAsync()));
        leases[0].Return();
        leases[1].Return();
        bench.Pool.Resize(new PoolOptions { MaxOpen = 2 });
        PoolStatistics lowered = bench.Statistics;
        leases[2].Return();
        leases[3].Return();
        PoolStatistics after = bench.Statistics;
        leases[4].Return();

        lowered.ShouldSatisfyAllConditions(now => now.Idle.ShouldBe(0), now => now.Open.ShouldBe(4));
        after.Open.ShouldBe(2);
        bench.Statistics.ShouldSatisfyAllConditions(now => now.Open.ShouldBe(2), now => now.Idle.ShouldBe(1));
    }

    [Fact, Proves("P-17")]
    public async Task Raising_the_limit_serves_waiters_at_once()
    {
        await using PoolBench bench = new(new PoolOptions { MaxOpen = 1 });
        await bench.RentAsync();
        Task<PooledLease> first = bench.RentAsync();
        Task<PooledLease> second = bench.RentAsync();

        bench.Pool.Resize(new PoolOptions { MaxOpen = 2 });

        (await first).Thing.Number.ShouldBe(1);
        second.IsCompleted.ShouldBeFalse();
        bench.ShouldBeConsistent();
    }

    [Fact, Proves("P-22")]
    [Fault("F-100")]
    public async Task Double_return_is_harmless()
    {
        await using PoolBench bench = new(new PoolOptions { MaxOpen = 2 });
        PooledLease lease = await bench.RentAsync();
        lease.Return();
        lease.Return();
        PooledLease next = await bench.RentAsync();
        lease.Return(); // the old lease cannot end the new one

        bench.Statistics.ShouldSatisfyAllConditions(now => now.Leased.ShouldBe(1), now => now.Idle.ShouldBe(0));
        LeasePool<PooledThing>.IsCurrent(next.Slot, next.Version).ShouldBeTrue();
    }

    [Fact, Proves("P-25")]
    public async Task Clear_retires_old_generation()
    {
        await using PoolBench bench = new(new PoolOptions { MaxOpen = 3 });
        PooledLease lent = await bench.RentAsync();
        PooledLease idle = await bench.RentAsync();
        idle.Return();

        bench.Pool.Clear();
        PooledLease fresh = await bench.RentAsync();
        lent.Return();
        fresh.Return();

        bench.Things[1].Closed.ShouldBe(1);
        bench.Things[0].Closed.ShouldBe(1);
        bench.Things[2].Closed.ShouldBe(0);
        bench.Statistics.Idle.ShouldBe(1);
    }

    [Fact, Proves("P-31"), Fault("F-86")]
    [Fault("F-116")]
    public async Task Wall_clock_jumps_are_invisible()
    {
        await using PoolBench bench = new(new PoolOptions { MaxOpen = 1, MaxIdleTime = TimeSpan.FromMinutes(5), AcquireTimeout = TimeSpan.FromSeconds(10) });
        PooledLease lease = await bench.RentAsync();
        Task<PooledLease> waiting = bench.RentAsync();
        bench.Clock.JumpWallClock(TimeSpan.FromHours(1));
        bench.Clock.Advance(TimeSpan.FromSeconds(9));
        bool timedOut = waiting.IsCompleted;
        bench.Clock.JumpWallClock(TimeSpan.FromHours(-2));
        lease.Return();

        timedOut.ShouldBeFalse();
        (await waiting).Thing.ShouldBe(bench.Things[0]);
        bench.Statistics.WaitDuration.ShouldBe(TimeSpan.FromSeconds(9));
    }

    [Fact, Proves("P-21"), Fault("F-85")]
    public async Task Leaked_reader_is_reclaimed_under_pressure()
    {
        await using PoolBench bench = new(new PoolOptions { MaxOpen = 1 });
        await LeakAsync(bench);
        for (int i = 0; i < 10; i++)
        {
            GC.Collect();
            GC.WaitForPendingFinalizers();
        }

        PooledLease next = await bench.RentAsync();

        next.Thing.Number.ShouldBe(1);
        bench.Things[0].IsAborted.ShouldBeTrue();
        bench.Statistics.LeakReclaimed.ShouldBe(1);
        bench.ShouldBeConsistent();
    }

    [System.Runtime.CompilerServices.MethodImpl(System.Runtime.CompilerServices.MethodImplOptions.NoInlining)]
    private static async Task LeakAsync(PoolBench bench)
    {
        PooledLease lease = await bench.RentAsync();
        lease.Slot.Owner = new WeakReference(new object());
    }
}
