using IoTDB.Testing;
using Shouldly;
using Xunit;

namespace IoTDB.Client.Tests.Reliability;

/// <summary>Networks that are slow, thin, or deaf in one direction.</summary>
public sealed class SlowNetworkTests
{
    private readonly ManualTimeProvider _clock = new();

    [Theory, EmbeddedServer, RealServer]
    [Fault("F-27")]
    public async Task Latency_costs_each_session_its_own_time_and_nobody_a_timeout(ServerKind kind)
    {
        const int Callers = 8;
        const int Calls = 4;
        await using FaultBench bench = await FaultBench.StartAsync(kind, $"MaxOpen={Callers}", _clock);
        SessionLease[] leases = await Task.WhenAll(Enumerable.Range(0, Callers).Select(_ => bench.Source.RentAsync().AsTask()));
        FaultRule there = bench.Proxy.Schedule.Add(new(FaultDirection.ToServer, FaultAction.Delay(TimeSpan.FromMilliseconds(350))) { Limit = int.MaxValue });
        FaultRule back = bench.Proxy.Schedule.Add(new(FaultDirection.ToClient, FaultAction.Delay(TimeSpan.FromMilliseconds(50))) { Limit = int.MaxValue });

        Task writing = Task.WhenAll(leases.Select(async (lease, caller) =>
        {
            for (int i = 0; i < Calls; i++)
            {
                await FaultBench.WriteAsync(lease.Session, bench.Device, (caller * Calls) + i, 1);
            }
        }));

        for (int call = 1; call <= Calls; call++)
        {
            // Time stands still until every session waits: they wait beside each other, not one after the other.
            await PassTimeAsync(writing, TimeSpan.Zero, until: () => there.Begun == call * Callers);
            _clock.Advance(TimeSpan.FromMilliseconds(350));
            await PassTimeAsync(writing, TimeSpan.Zero, until: () => back.Begun == call * Callers);
            _clock.Advance(TimeSpan.FromMilliseconds(50));
        }

        await writing;
        foreach (SessionLease lease in leases)
        {
            await lease.DisposeAsync();
        }

        bench.Proxy.Requests("insertTablet").ShouldBe(Callers * Calls, "nothing was repeated");
        bench.Proxy.Schedule.Clear();
        (await bench.StoredAsync()).Count.ShouldBe(Callers * Calls);
    }

    [Theory, EmbeddedServer]
    [Fault("F-28"), Proves("D-02")]
    public async Task A_thin_line_brings_large_answers_in_the_end(ServerKind kind)
    {
        await using FaultBench bench = await FaultBench.StartAsync(kind, "QueryTimeout=01:00:00", _clock);
        await bench.FillAsync(6000); // about 100 KB: three seconds at 32 KB/s
        SessionLease lease = await bench.Source.RentAsync();
        bench.Proxy.Schedule.Add(new(FaultDirection.ToClient, FaultAction.Throttle(32 * 1024)));
        Task<Dictionary<long, double>> reading = FaultBench.ReadAsync(lease.Session, $"select v from {bench.Device}");
        long started = _clock.GetTimestamp();
        await PassTimeAsync(reading, TimeSpan.FromMilliseconds(100));
        await lease.DisposeAsync();
        await PassTimeAsync(bench.Source.DisposeAsync().AsTask(), TimeSpan.FromMilliseconds(100)); // its goodbye is as slow

        (await reading).Count.ShouldBe(6000);
        _clock.GetElapsedTime(started).ShouldBeGreaterThan(TimeSpan.FromSeconds(2));
    }

    [Theory, EmbeddedServer]
    [Fault("F-28")]
    public async Task What_a_thin_line_does_not_bring_in_time_is_a_timeout(ServerKind kind)
    {
        await using FaultBench bench = await FaultBench.StartAsync(kind, "QueryTimeout=00:00:02", _clock);
        await bench.FillAsync(6000);
        SessionLease lease = await bench.Source.RentAsync();
        bench.Proxy.Schedule.Add(new(FaultDirection.ToClient, FaultAction.Throttle(1024)));
        Task<Dictionary<long, double>> reading = FaultBench.ReadAsync(lease.Session, $"select v from {bench.Device}");
        await PassTimeAsync(reading, TimeSpan.FromMilliseconds(100));
        await lease.DisposeAsync();
        await PassTimeAsync(bench.Source.DisposeAsync().AsTask(), TimeSpan.FromMilliseconds(100));

        (await Should.ThrowAsync<IoTDBTimeoutException>(() => reading)).Phase.ShouldBe(TimeoutPhase.Response);
    }

    [Theory, EmbeddedServer]
    [Fault("F-58"), Proves("C-10")]
    public async Task No_rows_after_the_servers_own_time_limit_are_no_end(ServerKind kind)
    {
        await using FaultBench bench = await FaultBench.StartAsync(kind, clock: _clock);
        await bench.FillAsync(1);
        await using SessionLease lease = await bench.Source.RentAsync();
        foreach ((int limit, bool late) in new[] { (3, false), (1, true) })
        {
            FaultRule delay = bench.Proxy.Schedule.Add(new(FaultDirection.ToClient, FaultAction.Delay(TimeSpan.FromSeconds(2))) { Method = "executeStatementV2" });
            Task<bool> query = AnyAsync(lease.Session, $"select v from {bench.Device} where time > 5", TimeSpan.FromSeconds(limit));
            await delay.Reached;
            _clock.Advance(TimeSpan.FromSeconds(2));
            if (late)
            {
                (await Should.ThrowAsync<IoTDBTimeoutException>(() => query)).Phase.ShouldBe(TimeoutPhase.ServerQuery);
                continue;
            }

            (await query).ShouldBeFalse();
        }
    }

    [Theory, EmbeddedServer, RealServer]
    [Fault("F-35"), Proves("N-06")]
    public async Task A_partition_that_lets_only_requests_through_is_three_timeouts_and_then_a_rest(ServerKind kind)
    {
        await using FaultBench bench = await FaultBench.StartAsync(kind, "CommandTimeout=00:00:30;OutageWait=00:00:00", _clock);
        await bench.FillAsync(1);
        FaultRule deaf = bench.Proxy.Schedule.Add(new(FaultDirection.ToClient, FaultAction.Hold) { Method = "insertTablet", Limit = int.MaxValue });
        for (int i = 1; i <= 3; i++)
        {
            bench.Source.EndpointStatistics[0].IsHealthy.ShouldBeTrue();
            int struck = deaf.Struck;
            Task write = OnSessionAsync(bench, session => FaultBench.WriteAsync(session, bench.Device, i, i));
            await PassTimeAsync(write, TimeSpan.Zero, until: () => deaf.Struck > struck);
            _clock.Advance(TimeSpan.FromSeconds(30));
            IoTDBTimeoutException late = await Should.ThrowAsync<IoTDBTimeoutException>(() => write);
            (late.Phase, late.Outcome).ShouldBe((TimeoutPhase.Response, Outcome.Unknown));
        }

        bench.Source.EndpointStatistics[0].IsHealthy.ShouldBeFalse();
        (await Should.ThrowAsync<IoTDBConnectionException>(() => OnSessionAsync(bench, session => FaultBench.WriteAsync(session, bench.Device, 4, 4))))
            .Outcome.ShouldBe(Outcome.NotSent);

        bench.Proxy.Schedule.Clear();
        bench.Proxy.Release();
        _clock.Advance(TimeSpan.FromSeconds(5));
        await OnSessionAsync(bench, session => FaultBench.WriteAsync(session, bench.Device, 5, 5));
        (await bench.StoredAsync()).Keys.Order().ToArray().ShouldBe([0, 1, 2, 3, 5], "what was sent was stored, what was not sent was not");
    }

    private static async Task OnSessionAsync(FaultBench bench, Func<Session, Task> call)
    {
        await using SessionLease lease = await bench.Source.RentAsync();
        await call(lease.Session);
    }

    private static async Task<bool> AnyAsync(Session session, string sql, TimeSpan limit)
    {
        await using ResultSet rows = await session.ExecuteQueryAsync(sql, limit);
        return await rows.ReadAsync();
    }

    // Moves the clock a step at a time, and lets what is ready run in between.
    private async Task PassTimeAsync(Task task, TimeSpan step, Func<bool>? until = null)
    {
        using CancellationTokenSource limit = new(TimeSpan.FromSeconds(60));
        while (!task.IsCompleted && until?.Invoke() != true)
        {
            limit.Token.ThrowIfCancellationRequested();
            _clock.Advance(step);
            await Task.Delay(1, limit.Token);
        }
    }
}
