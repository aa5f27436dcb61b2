using IoTDB.Testing;
using Shouldly;
using Xunit;

namespace IoTDB.Client.Tests.Pooling;

public sealed class FastPathTests
{
    [Fact, Proves("P-32")]
    public async Task Fast_path_allocates_nothing()
    {
        await using PoolBench bench = new(new PoolOptions { MaxOpen = 4 });
        (await bench.RentAsync()).Return();

        AllocatedBy(() => RentAndReturn(bench.Pool)).ShouldBe(0);
    }

    [Theory, EmbeddedServer, RealServer, Proves("P-32")]
    public async Task Renting_a_session_and_giving_it_back_allocates_nothing(ServerKind kind)
    {
        await using IoTDBDataSource source = new IoTDBDataSourceBuilder(await TestServer.GetAsync(kind)).Build();
        await using (SessionLease lease = await source.RentAsync())
        {
            await lease.Session.PingAsync();
        }

        AllocatedBy(() =>
        {
            ValueTask<SessionLease> rent = source.RentAsync();
            rent.IsCompletedSuccessfully.ShouldBeTrue();
            ValueTask back = rent.Result.DisposeAsync();
            back.IsCompletedSuccessfully.ShouldBeTrue();
        }).ShouldBe(0);
    }

    // On one thread, without anything asynchronous; the first rounds make what is made once.
    private static long AllocatedBy(Action action)
    {
        for (int i = 0; i < 100; i++)
        {
            action();
        }

        long before = GC.GetAllocatedBytesForCurrentThread();
        for (int i = 0; i < 1000; i++)
        {
            action();
        }

        return GC.GetAllocatedBytesForCurrentThread() - before;
    }

    private static void RentAndReturn(LeasePool<PooledThing> pool)
    {
        ValueTask<Slot<PooledThing>> rent = pool.RentAsync(CancellationToken.None);
        Slot<PooledThing> slot = rent.IsCompletedSuccessfully ? rent.Result : throw new InvalidOperationException("The pool had none.");
        pool.Return(slot, slot.Version);
    }
}
