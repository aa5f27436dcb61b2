using IoTDB.Testing;
using Shouldly;
using Xunit;

namespace IoTDB.Client.Tests.Reliability;

/// <summary>A connection that lay idle is asked before it carries what may not be repeated.</summary>
public sealed class StalePingTests
{
    private const string Ping = "testConnectionEmptyRPC";
    private readonly ManualTimeProvider _clock = new();

    [Theory, EmbeddedServer, RealServer]
    [Proves("P-14")]
    public async Task Stale_ping_only_for_unrepeatable(ServerKind kind)
    {
        await using FaultBench bench = await FaultBench.StartAsync(kind, clock: _clock);
        await bench.FillAsync(1);
        await OnSessionAsync(bench, session => session.ExecuteNonQueryAsync(Insert(bench, 1)));
        _clock.Advance(TimeSpan.FromSeconds(30));
        await OnSessionAsync(bench, session => session.ExecuteNonQueryAsync(Insert(bench, 2)));
        bench.Proxy.Requests(Ping).ShouldBe(0, "30 s are not long");

        _clock.Advance(TimeSpan.FromSeconds(31));
        await OnSessionAsync(bench, session => FaultBench.ReadAsync(session, $"select v from {bench.Device}"));
        _clock.Advance(TimeSpan.FromSeconds(31));
        await OnSessionAsync(bench, session => FaultBench.WriteAsync(session, bench.Device, 3, 3));
        bench.Proxy.Requests(Ping).ShouldBe(0, "what may be repeated needs no ping");

        _clock.Advance(TimeSpan.FromSeconds(31));
        await OnSessionAsync(bench, async session =>
        {
            await session.ExecuteNonQueryAsync(Insert(bench, 4));
            await session.ExecuteNonQueryAsync(Insert(bench, 5));
        });
        bench.Proxy.Requests(Ping).ShouldBe(1, "once, before the first statement of the lease");
        _clock.Advance(TimeSpan.FromSeconds(31));
        await OnSessionAsync(bench, session => session.DeleteDataAsync([$"{bench.Device}.v"], 5, 6));
        bench.Proxy.Requests(Ping).ShouldBe(2);
        bench.Proxy.Accepted.ShouldBe(1);
    }

    [Theory, EmbeddedServer, RealServer]
    [Proves("P-14"), Fault("F-18")]
    public async Task A_stale_connection_that_answers_no_ping_for_a_second_is_replaced_before_the_statement(ServerKind kind)
    {
        await using FaultBench bench = await FaultBench.StartAsync(kind, clock: _clock);
        await bench.FillAsync(1);
        await OnSessionAsync(bench, session => session.PingAsync().AsTask());
        _clock.Advance(TimeSpan.FromSeconds(31));
        FaultRule hold = bench.Proxy.Schedule.Add(new(FaultDirection.ToServer, FaultAction.Hold) { Method = Ping });
        Task statement = OnSessionAsync(bench, session => session.ExecuteNonQueryAsync(Insert(bench, 1)));
        await hold.Reached;
        _clock.Advance(TimeSpan.FromMilliseconds(999));
        statement.IsCompleted.ShouldBeFalse();
        _clock.Advance(TimeSpan.FromMilliseconds(1));
        await statement;

        bench.Proxy.Accepted.ShouldBe(2);
        (await bench.StoredAsync()).Count.ShouldBe(2);
        FaultBench.ShouldBeAtRest(bench.Source);
    }

    private static string Insert(FaultBench bench, int time) => $"insert into {bench.Device}(time, v) values ({time}, {time}.5)";

    private static async Task OnSessionAsync(FaultBench bench, Func<Session, Task> call)
    {
        await using SessionLease lease = await bench.Source.RentAsync();
        await call(lease.Session);
    }
}
