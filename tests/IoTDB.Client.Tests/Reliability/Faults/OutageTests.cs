using IoTDB.Testing;
using Shouldly;
using Xunit;

namespace IoTDB.Client.Tests.Reliability;

/// <summary>Servers that go and come back, passwords that are wrong, connections that die while nobody looks.</summary>
public sealed class OutageTests
{
    private readonly ManualTimeProvider _clock = new();

    [Theory, EmbeddedServer, RealServer]
    [Proves("P-27"), Fault("F-55")]
    public async Task Recovery_after_outage_sequential(ServerKind kind)
    {
        await using FaultBench bench = await FaultBench.StartAsync(kind, "MaxOpen=4;OutageWait=00:00:00", _clock);
        await UseAsync(bench.Source, 4);
        bench.Proxy.Down();
        for (int i = 0; i < 20; i++)
        {
            IoTDBException failure = await Should.ThrowAsync<IoTDBException>(() => UseAsync(bench.Source, 1));
            (failure.Outcome, failure.IsTransient).ShouldBe((Outcome.NotSent, true));
            _clock.Advance(TimeSpan.FromSeconds(2));
        }

        bench.Source.Statistics.Open.ShouldBe(0);
        bench.Proxy.Accept();
        _clock.Advance(TimeSpan.FromSeconds(5)); // the longest rest while no endpoint is healthy
        await UseAsync(bench.Source, 1);
        await UseAsync(bench.Source, 4);
        FaultBench.ShouldBeAtRest(bench.Source);
        bench.Source.Statistics.Open.ShouldBe(4);
    }

    [Theory, EmbeddedServer, RealServer]
    [Proves("P-27"), Proves("P-10"), Fault("F-01")]
    public async Task Recovery_after_outage_parallel(ServerKind kind)
    {
        await using FaultBench bench = await FaultBench.StartAsync(kind, "MaxOpen=4;OutageWait=00:10:00;ConnectTimeout=00:10:00", _clock); // no limit that this clock reaches before the network answers
        await UseAsync(bench.Source, 4);
        bench.Proxy.Down(reset: true);
        Task[] calls = [.. Enumerable.Range(0, 200).Select(_ => UseAsync(bench.Source, 1))];
        for (int i = 0; i < 6; i++)
        {
            await SettledAsync();
            _clock.Advance(TimeSpan.FromSeconds(0.5)); // callers wait out the outage
        }

        bench.Proxy.Accept();
        Task all = Task.WhenAll(calls);
        for (int i = 0; !all.IsCompleted; i++)
        {
            i.ShouldBeLessThan(1000, $"{bench.Source.Statistics} {bench.Source.EndpointStatistics[0]} {calls.Count(call => call.IsCompleted)} ended");
            _clock.Advance(TimeSpan.FromMilliseconds(200));
            await SettledAsync();
        }

        await all; // nobody got an error
        FaultBench.ShouldBeAtRest(bench.Source);
        bench.Source.Statistics.Open.ShouldBeInRange(1, 4);
        await UseAsync(bench.Source, 4);
    }

    [Theory, EmbeddedServer, RealServer]
    [Proves("P-29"), Fault("F-10")]
    public async Task Wrong_password_does_not_lock_the_account(ServerKind kind)
    {
        await using FaultBench bench = await FaultBench.StartAsync(kind);
        await using IoTDBDataSource source = bench.Another("Password=wrong;MaxOpen=20;OutageWait=00:00:10", _clock);
        for (int minute = 0; minute < 10; minute++)
        {
            Task[] calls = [.. Enumerable.Range(0, 100).Select(async _ =>
            {
                IoTDBAuthenticationException refused = await Should.ThrowAsync<IoTDBAuthenticationException>(() => UseAsync(source, 1));
                refused.IsTransient.ShouldBeFalse();
            })];
            await Task.WhenAll(calls);
            _clock.Advance(TimeSpan.FromSeconds(59));
        }

        bench.Proxy.Requests("openSession").ShouldBeInRange(1, 3);
        source.Statistics.Open.ShouldBe(0);
    }

    [Theory, EmbeddedServer, RealServer]
    [Proves("P-13"), Fault("F-17"), Fault("F-30")]
    public async Task Dead_idle_connections_are_skipped(ServerKind kind)
    {
        await using FaultBench bench = await FaultBench.StartAsync(kind, "MaxOpen=6", _clock);
        await UseAsync(bench.Source, 6);
        bench.Proxy.CutAll();
        await UntilAsync(() => bench.Proxy.Open == 0);
        int requests = bench.Proxy.Frames.Count;
        await using (SessionLease lease = await bench.Source.RentAsync())
        {
            await lease.Session.PingAsync();
        }

        bench.Proxy.Frames.Skip(requests).Count(seen => seen.Frame.Method == "openSession" && seen.Direction == FaultDirection.ToServer).ShouldBe(1);
        bench.Source.Statistics.BrokenClosed.ShouldBe(6);
        FaultBench.ShouldBeAtRest(bench.Source);
    }

    [Theory, EmbeddedServer, RealServer]
    [Proves("P-28")]
    public async Task Server_error_keeps_the_connection(ServerKind kind)
    {
        await using FaultBench bench = await FaultBench.StartAsync(kind);
        await using SessionLease lease = await bench.Source.RentAsync();
        for (int i = 0; i < 1000; i++)
        {
            IoTDBException failure = await Should.ThrowAsync<IoTDBException>(() => lease.Session.ExecuteNonQueryAsync("this is no statement"));
            failure.StatusCode.ShouldBe(700);
        }

        bench.Proxy.Accepted.ShouldBe(1);
    }

    [Fact]
    [Proves("P-26")]
    public async Task A_dead_server_is_not_stormed_by_a_thousand_callers()
    {
        await using FaultBench bench = await FaultBench.StartAsync(ServerKind.Embedded, "MaxOpen=100;OutageWait=00:00:00", _clock);
        bench.Proxy.Schedule.Add(new FaultRule(FaultDirection.ToServer, FaultAction.Reset) { Limit = int.MaxValue }); // accepts, then resets
        for (int tick = 0; tick < 120; tick++)
        {
            await Task.WhenAll(Enumerable.Range(0, 1000 / 20).Select(_ => Should.ThrowAsync<IoTDBException>(() => UseAsync(bench.Source, 1))));
            _clock.Advance(TimeSpan.FromSeconds(0.5));
        }

        bench.Proxy.Accepted.ShouldBeInRange(10, 30); // in 60 s
    }

    [Theory, EmbeddedServer]
    [Proves("N-02"), Fault("F-08")]
    public async Task Localhost_falls_back_to_the_address_that_listens(ServerKind kind)
    {
        await using FaultBench bench = await FaultBench.StartAsync(kind);
        await using IoTDBDataSource source = new IoTDBDataSourceBuilder($"Host=localhost;Port={bench.Proxy.Port};Username=root;Password=root").Build();
        await UseAsync(source, 1);
    }

    [Fact]
    [Fault("F-05")]
    public async Task A_name_that_does_not_resolve_is_named()
    {
        await using IoTDBDataSource source = new IoTDBDataSourceBuilder("Host=no-such-host.invalid;Username=root;Password=root;OutageWait=00:00:00").Build();
        IoTDBConnectionException failure = await Should.ThrowAsync<IoTDBConnectionException>(async () => await source.RentAsync());
        failure.Message.ShouldContain("no-such-host.invalid");
        failure.Outcome.ShouldBe(Outcome.NotSent);
    }

    [Theory, EmbeddedServer]
    [Proves("N-04"), Proves("N-05")]
    public async Task Failure_is_local(ServerKind kind)
    {
        await using FaultBench bench = await FaultBench.StartAsync(kind);
        await using FaultBench other = await FaultBench.StartAsync(kind);
        await using IoTDBDataSource source = new IoTDBDataSourceBuilder(
            $"Host=127.0.0.1:{bench.Proxy.Port},127.0.0.1:{other.Proxy.Port};Username=root;Password=root;MaxOpen=8").Build();
        await UseAsync(source, 8);
        source.EndpointStatistics.Select(node => node.Open).ShouldBe([4, 4]);

        bench.Proxy.Down();
        int accepted = other.Proxy.Accepted;
        await UseAsync(source, 4);
        other.Proxy.Accepted.ShouldBe(accepted, "the living endpoint's sessions were not touched");
        await UseAsync(source, 8); // nobody notices
        source.EndpointStatistics[0].IsHealthy.ShouldBeFalse();
        source.EndpointStatistics.Select(node => node.Open).ShouldBe([0, 8]);
    }

    private static async Task UseAsync(IoTDBDataSource source, int sessions)
    {
        List<SessionLease> leases = [];
        try
        {
            for (int i = 0; i < sessions; i++)
            {
                leases.Add(await source.RentAsync());
            }

            foreach (SessionLease lease in leases)
            {
                await lease.Session.PingAsync();
            }
        }
        finally
        {
            foreach (SessionLease lease in leases)
            {
                await lease.DisposeAsync();
            }
        }
    }

    private static async Task UntilAsync(Func<bool> condition)
    {
        using CancellationTokenSource limit = new(TimeSpan.FromSeconds(30));
        while (!condition())
        {
            limit.Token.ThrowIfCancellationRequested();
            await Task.Yield();
        }
    }

    // Lets what is ready run; the network of this machine included.
    private static Task SettledAsync() => Task.Delay(TimeSpan.FromMilliseconds(10));
}
