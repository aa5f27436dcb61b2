using System.Diagnostics;
using System.Runtime.CompilerServices;
using IoTDB.Embedded;
using IoTDB.Testing;
using Shouldly;
using Xunit;

namespace IoTDB.Client.Tests.Reliability;

public sealed class ShutdownTests
{
    [Theory, EmbeddedServer, RealServer]
    [Proves("X-02"), Fault("F-89")]
    public async Task Dispose_is_bounded_with_silent_peer(ServerKind kind)
    {
        List<TimeSpan> runs = [];
        while (runs.Count < 3 && !runs.Exists(run => run < TimeSpan.FromSeconds(1.25)))
        {
            runs.Add(await DisposeWithSilentPeerAsync(kind)); // a busy machine may be late once, not thrice
        }

        runs.Min().ShouldBeLessThan(TimeSpan.FromSeconds(1.25));
    }

    private static async Task<TimeSpan> DisposeWithSilentPeerAsync(ServerKind kind)
    {
        await using FaultBench bench = await FaultBench.StartAsync(kind);
        IoTDBDataSource source = bench.Another("MaxOpen=20;ShutdownTimeout=00:00:01;GracePeriod=00:00:00.500");
        List<SessionLease> leases = [];
        for (int i = 0; i < 20; i++)
        {
            leases.Add(await source.RentAsync());
        }

        bench.Proxy.Schedule.Add(new(FaultDirection.ToServer, FaultAction.Hold) { Limit = int.MaxValue }); // nobody answers any more
        Task[] calls = [.. leases.Take(10).Select(lease => Should.ThrowAsync<Exception>(async () => await lease.Session.PingAsync()))];
        foreach (SessionLease lease in leases.Skip(15))
        {
            await lease.DisposeAsync(); // idle: closed politely, in vain
        }

        Stopwatch watch = Stopwatch.StartNew();
        await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => source.DisposeAsync().AsTask()));
        TimeSpan elapsed = watch.Elapsed;
        await Task.WhenAll(calls).WaitAsync(TimeSpan.FromSeconds(5));
        foreach (SessionLease lease in leases)
        {
            await lease.DisposeAsync(); // quiet
        }

        await Should.ThrowAsync<ObjectDisposedException>(async () => await source.RentAsync());
        return elapsed;
    }

    [Theory, EmbeddedServer]
    [Proves("X-01"), Fault("F-90")]
    public async Task Waiters_end_at_once_when_the_data_source_does(ServerKind kind)
    {
        ManualTimeProvider clock = new();
        await using FaultBench bench = await FaultBench.StartAsync(kind, "MaxOpen=1", clock);
        SessionLease lease = await bench.Source.RentAsync();
        Task[] waiters = [.. Enumerable.Range(0, 500).Select(_ => Should.ThrowAsync<ObjectDisposedException>(async () => await bench.Source.RentAsync()))];
        Task disposal = bench.Source.DisposeAsync().AsTask();
        await Task.WhenAll(waiters).WaitAsync(TimeSpan.FromSeconds(10));
        disposal.IsCompleted.ShouldBeFalse("a lent session may finish");
        await lease.Session.PingAsync();
        await lease.DisposeAsync();
        await disposal.WaitAsync(TimeSpan.FromSeconds(10));
    }

    [Theory, EmbeddedServer]
    [Proves("X-05")]
    public async Task Nothing_left_after_dispose(ServerKind kind)
    {
        ManualTimeProvider clock = new();
        await using FaultBench bench = await FaultBench.StartAsync(kind);
        int timers = clock.ArmedTimers;
        List<WeakReference> gone = [];
        for (int i = 0; i < 100; i++)
        {
            gone.AddRange(await UseAndDisposeAsync(bench, clock));
        }

        bench.Proxy.Accepted.ShouldBe(200);
        await UntilAsync(() => bench.Proxy.Open == 0, "sockets");
        await UntilAsync(() => clock.ArmedTimers == timers, "timers"); // a timer goes just after what it watched
        await UntilAsync(
            () =>
            {
                GC.Collect();
                GC.WaitForPendingFinalizers();
                return gone.TrueForAll(reference => !reference.IsAlive);
            },
            "roots");
    }

    [Fact]
    [Proves("X-07")]
    public async Task Embedded_server_restart_same_port()
    {
        int port = 0;
        IoTDBDataSource? source = null;
        for (int i = 0; i < 200; i++)
        {
            await using EmbeddedIoTDB server = await EmbeddedIoTDB.StartAsync(new EmbeddedOptions { Port = port });
            port = server.Port;
            source ??= new IoTDBDataSourceBuilder(server.ConnectionString + ";OutageWait=00:00:00").Build();
            await source.PingAsync(); // one session stays open each time: the server ends it when it stops
        }

        source!.Statistics.Opened.ShouldBe(200);
        await source.DisposeAsync();
    }

    [Theory, EmbeddedServer, RealServer]
    [Proves("X-04")]
    public async Task Reader_outlives_pool(ServerKind kind)
    {
        (FaultBench paged, _) = await FaultBench.StartPagedAsync(kind, pages: 10);
        await using FaultBench bench = paged;
        IoTDBDataSource source = bench.Another($"FetchSize={(kind == ServerKind.Embedded ? 2 : 1000)};GracePeriod=00:00:00.100");
        SessionLease lease = await source.RentAsync();
        ResultSet results = await lease.Session.ExecuteQueryAsync($"select v from {bench.Device}");
        (await results.ReadAsync()).ShouldBeTrue();
        await source.DisposeAsync();
        await Should.ThrowAsync<Exception>(async () =>
        {
            while (await results.ReadAsync())
            {
            }
        });
        await results.DisposeAsync();
        await lease.DisposeAsync();
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static async Task<WeakReference[]> UseAndDisposeAsync(FaultBench bench, TimeProvider clock)
    {
        IoTDBDataSource source = bench.Another("MaxOpen=2", clock);
        await using (SessionLease first = await source.RentAsync())
        {
            await using SessionLease second = await source.RentAsync();
            await second.Session.PingAsync();
        }

        await source.DisposeAsync();
        return [new WeakReference(source), new WeakReference(source.Pool)];
    }

    private static async Task UntilAsync(Func<bool> condition, string what)
    {
        Stopwatch watch = Stopwatch.StartNew();
        while (!condition())
        {
            watch.Elapsed.ShouldBeLessThan(TimeSpan.FromSeconds(20), what + " are left");
            await Task.Delay(20);
        }
    }
}
