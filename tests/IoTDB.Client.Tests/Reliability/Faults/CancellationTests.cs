using IoTDB.Testing;
using Shouldly;
using Xunit;

namespace IoTDB.Client.Tests.Reliability;

/// <summary>Time limits and cancellation, phase by phase.</summary>
/// <remarks>The clock stands still unless it is told: what ends without it has waited for no time limit.</remarks>
public sealed class CancellationTests
{
    private readonly ManualTimeProvider _clock = new();

    [Theory, EmbeddedServer, RealServer]
    [Proves("C-03"), Fault("F-91")]
    public async Task Cancel_before_send(ServerKind kind)
    {
        await using FaultBench bench = await FaultBench.StartAsync(kind, clock: _clock);
        await using SessionLease lease = await bench.Source.RentAsync();
        int frames = bench.Proxy.Frames.Count;
        CancellationToken cancelled = new(canceled: true);
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => FaultBench.WriteAsync(lease.Session, bench.Device, 1, 1, cancelled));
        await Assert.ThrowsAnyAsync<OperationCanceledException>(async () => await bench.Source.RentAsync(cancelled));
        bench.Proxy.Frames.Count.ShouldBe(frames, "no byte was sent");
        await FaultBench.WriteAsync(lease.Session, bench.Device, 1, 1);
        bench.Proxy.Accepted.ShouldBe(1, "the connection stayed good");
    }

    [Theory, EmbeddedServer, RealServer]
    [Proves("C-04"), Fault("F-26"), Fault("F-92")]
    public async Task Cancel_during_send(ServerKind kind)
    {
        await using FaultBench bench = await FaultBench.StartAsync(kind, clock: _clock);
        await using SessionLease lease = await bench.Source.RentAsync();
        FaultRule hold = bench.Proxy.Schedule.Add(new(FaultDirection.ToServer, FaultAction.Hold) { Method = "insertTablet", Byte = 100 });
        using CancellationTokenSource source = new();
        using Tablet large = Large(bench.Device);
        Task call = lease.Session.InsertTabletAsync(large, sorted: true, source.Token);
        await hold.Reached;
        await source.CancelAsync();
        IoTDBCanceledException canceled = await Assert.ThrowsAsync<IoTDBCanceledException>(() => call);
        canceled.Outcome.ShouldBe(Outcome.NotSent);
        canceled.CancellationToken.ShouldBe(source.Token);
        await FaultBench.WriteAsync(lease.Session, bench.Device, 1, 1);
        bench.Proxy.Accepted.ShouldBe(2, "the connection was not used again");
    }

    [Theory, EmbeddedServer, RealServer]
    [Proves("C-01"), Fault("F-26")]
    public async Task A_server_that_stops_reading_costs_the_write_its_time_limit_and_not_more(ServerKind kind)
    {
        await using FaultBench bench = await FaultBench.StartAsync(kind, "CommandTimeout=00:00:30", _clock);
        await using SessionLease lease = await bench.Source.RentAsync();
        FaultRule hold = bench.Proxy.Schedule.Add(new(FaultDirection.ToServer, FaultAction.Hold) { Method = "insertTablet", Byte = 100 });
        using Tablet large = Large(bench.Device);
        Task call = lease.Session.InsertTabletAsync(large, sorted: true);
        await hold.Reached;
        _clock.Advance(TimeSpan.FromSeconds(30));
        IoTDBTimeoutException late = await Should.ThrowAsync<IoTDBTimeoutException>(() => call);
        late.Phase.ShouldBe(TimeoutPhase.Write);
        late.Outcome.ShouldBe(Outcome.NotSent);
    }

    [Theory, EmbeddedServer, RealServer]
    [Proves("C-05"), Fault("F-93"), Fault("F-31")]
    public async Task Cancel_after_send(ServerKind kind)
    {
        await using FaultBench bench = await FaultBench.StartAsync(kind, clock: _clock);
        await using SessionLease lease = await bench.Source.RentAsync();
        FaultRule hold = bench.Proxy.Schedule.Add(new(FaultDirection.ToClient, FaultAction.Hold) { Method = "insertTablet" });
        using CancellationTokenSource source = new();
        Task call = FaultBench.WriteAsync(lease.Session, bench.Device, 1, 17, source.Token);
        await hold.Reached;
        await source.CancelAsync();
        IoTDBCanceledException canceled = await Assert.ThrowsAsync<IoTDBCanceledException>(() => call);
        canceled.Outcome.ShouldBe(Outcome.Unknown);

        bench.Proxy.Release(); // the late answer arrives, and reaches nobody
        (await FaultBench.ReadAsync(lease.Session, $"select v from {bench.Device}")).ShouldBe(new Dictionary<long, double> { [1] = 17 });
        bench.Proxy.Accepted.ShouldBe(2);
    }

    [Theory, EmbeddedServer, RealServer]
    [Proves("C-02"), Proves("C-11"), Fault("F-25"), Fault("F-18")]
    public async Task Silent_peer_times_out(ServerKind kind)
    {
        await using FaultBench bench = await FaultBench.StartAsync(kind, "CommandTimeout=00:00:30", _clock);
        await using SessionLease lease = await bench.Source.RentAsync();
        FaultRule hold = bench.Proxy.Schedule.Add(new(FaultDirection.ToClient, FaultAction.Hold) { Method = "insertTablet" });
        Task call = FaultBench.WriteAsync(lease.Session, bench.Device, 1, 1);
        await hold.Reached;
        _clock.Advance(TimeSpan.FromSeconds(29.9));
        call.IsCompleted.ShouldBeFalse();
        _clock.Advance(TimeSpan.FromSeconds(0.1));
        IoTDBTimeoutException late = await Should.ThrowAsync<IoTDBTimeoutException>(() => call);
        (late.Phase, late.Outcome, late.IsTransient).ShouldBe((TimeoutPhase.Response, Outcome.Unknown, true));
    }

    [Theory, EmbeddedServer, RealServer]
    [Proves("C-11")]
    [Fault("F-94")]
    public async Task Timeout_versus_cancel(ServerKind kind)
    {
        await using FaultBench bench = await FaultBench.StartAsync(kind, "CommandTimeout=00:00:30", _clock);
        await using SessionLease lease = await bench.Source.RentAsync();
        FaultRule hold = bench.Proxy.Schedule.Add(new(FaultDirection.ToClient, FaultAction.Hold) { Method = "insertTablet" });
        using CancellationTokenSource source = new();
        Task call = FaultBench.WriteAsync(lease.Session, bench.Device, 1, 1, source.Token);
        await hold.Reached;
        await source.CancelAsync();
        _clock.Advance(TimeSpan.FromSeconds(30)); // both fire; the caller's came first
        OperationCanceledException canceled = await Assert.ThrowsAsync<IoTDBCanceledException>(() => call);
        canceled.CancellationToken.ShouldBe(source.Token);
    }

    [Theory, EmbeddedServer, RealServer]
    [Proves("C-07")]
    public async Task Cancel_between_rows(ServerKind kind)
    {
        (FaultBench paged, int count) = await FaultBench.StartPagedAsync(kind, pages: 3, clock: _clock);
        await using FaultBench bench = paged;
        await using (SessionLease lease = await bench.Source.RentAsync())
        {
            FaultRule hold = bench.Proxy.Schedule.Add(new(FaultDirection.ToClient, FaultAction.Hold) { Method = "fetchResultsV2" });
            using CancellationTokenSource source = new();
            await using ResultSet results = await lease.Session.ExecuteQueryAsync($"select v from {bench.Device}", cancellationToken: source.Token);
            Task reading = Task.Run(async () =>
            {
                while (await results.ReadAsync(source.Token))
                {
                }
            });
            await hold.Reached;
            await source.CancelAsync();
            await Assert.ThrowsAnyAsync<OperationCanceledException>(() => reading);
        }

        bench.Proxy.Release();
        FaultBench.ShouldBeAtRest(bench.Source);
        await using SessionLease next = await bench.Source.RentAsync();
        (await FaultBench.ReadAsync(next.Session, $"select v from {bench.Device}")).Count.ShouldBe(count);
    }

    [Theory, EmbeddedServer]
    [Proves("C-08"), Fault("F-95")]
    public async Task Cancel_during_connect(ServerKind kind)
    {
        await using FaultBench bench = await FaultBench.StartAsync(kind, "MaxOpen=1", _clock);
        foreach (string step in new[] { "openSession", "requestStatementId" })
        {
            FaultRule hold = bench.Proxy.Schedule.Add(new(FaultDirection.ToClient, FaultAction.Hold) { Method = step });
            using CancellationTokenSource source = new();
            Task<SessionLease> rent = bench.Source.RentAsync(source.Token).AsTask();
            await hold.Reached;
            await source.CancelAsync();
            IoTDBCanceledException canceled = await Assert.ThrowsAsync<IoTDBCanceledException>(() => rent);
            canceled.Outcome.ShouldBe(Outcome.NotSent);
            bench.Source.Statistics.Open.ShouldBe(0);
        }

        bench.Proxy.Release();
        await using SessionLease lease = await bench.Source.RentAsync();
    }

    [Theory, EmbeddedServer]
    [Fault("F-03"), Fault("F-04")]
    public async Task A_server_that_never_answers_the_login_is_given_up(ServerKind kind)
    {
        await using FaultBench bench = await FaultBench.StartAsync(kind, "ConnectTimeout=00:00:05;OutageWait=00:00:00", _clock);
        FaultRule hold = bench.Proxy.Schedule.Add(new(FaultDirection.ToClient, FaultAction.Hold) { Method = "openSession" });
        Task<SessionLease> rent = bench.Source.RentAsync().AsTask();
        await hold.Reached;
        _clock.Advance(TimeSpan.FromSeconds(5));
        IoTDBTimeoutException late = await Should.ThrowAsync<IoTDBTimeoutException>(() => rent);
        (late.Phase, late.Outcome).ShouldBe((TimeoutPhase.Login, Outcome.NotSent));
        bench.Source.Statistics.Open.ShouldBe(0);
        bench.Source.EndpointStatistics[0].IsHealthy.ShouldBeFalse();

        hold = bench.Proxy.Schedule.Add(new(FaultDirection.ToClient, FaultAction.Hold) { Method = "openSession" });
        _clock.Advance(TimeSpan.FromSeconds(1));
        rent = bench.Source.RentAsync().AsTask();
        await hold.Reached;
        _clock.Advance(TimeSpan.FromSeconds(4.9));
        bench.Proxy.Release(); // just in time
        await using SessionLease lease = await rent;
        bench.Source.EndpointStatistics[0].IsHealthy.ShouldBeTrue();
    }

    private static Tablet Large(string device)
    {
        const int Rows = 450_000; // 7.2 MB: more than both ends of a loopback connection hold
        Tablet tablet = new(device, [("v", TsDataType.Double)], Rows);
        for (int i = 0; i < Rows; i++)
        {
            tablet.Add((long)i, (double)i);
        }

        return tablet;
    }
}
