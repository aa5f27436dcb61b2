using IoTDB.Testing;
using Shouldly;
using Xunit;

namespace IoTDB.Client.Tests.Reliability;

/// <summary>
/// Every byte of login, insert, raw statement, query, fetch and close, cut in both directions, by FIN and by RST in turn: the promised
/// outcome, the promised state on the server, and no slot lost. (A real server gets every 7th position, and of its large pages,
/// which cannot be had smaller, a hundred of the rest.)
/// </summary>
[Trait("Fault", "F-23")]
public sealed class CutPointTests
{
    [Theory, EmbeddedServer, RealServer]
    [Proves("R-08"), Proves("P-10"), Fault("F-22"), Fault("F-23")]
    public async Task Login_cut_anywhere_was_not_sent_and_the_next_one_succeeds(ServerKind kind)
    {
        ManualTimeProvider clock = new();
        await using FaultBench bench = await FaultBench.StartAsync(kind, "OutageWait=00:00:00", clock);
        foreach (string method in new[] { "openSession", "requestStatementId" })
        {
            (_, int request, int answer) = await bench.RehearseAsync(() => RentOnceAsync(bench.Another()), method);
            foreach (FaultRule rule in Positions(kind, method, request, answer))
            {
                await using IoTDBDataSource source = bench.Another("OutageWait=00:00:00", clock);
                bench.Proxy.Schedule.Add(rule);
                IoTDBException failure = await Should.ThrowAsync<IoTDBException>(() => RentOnceAsync(source), rule.ToString());
                failure.Outcome.ShouldBe(Outcome.NotSent, rule.ToString());
                failure.IsTransient.ShouldBeTrue(rule.ToString());
                source.Statistics.Open.ShouldBe(0, rule.ToString());
                clock.Advance(TimeSpan.FromSeconds(1));
                await RentOnceAsync(source);
                FaultBench.ShouldBeAtRest(source);
            }
        }
    }

    [Theory, EmbeddedServer, RealServer]
    [Proves("R-03"), Fault("F-20"), Fault("F-21"), Fault("F-23")]
    public async Task A_typed_write_cut_anywhere_is_stored_once(ServerKind kind)
    {
        await using FaultBench bench = await FaultBench.StartAsync(kind);
        (string method, int request, int answer) = await bench.RehearseAsync(() => OnSession(bench, session => FaultBench.WriteAsync(session, bench.Device, -1, -1)));
        List<FaultRule> rules = Positions(kind, method, request, answer);
        for (int i = 0; i < rules.Count; i++)
        {
            await using IoTDBDataSource source = bench.Another(); // with its own budget for repeats
            bench.Proxy.Schedule.Add(rules[i]);
            await OnSession(source, session => FaultBench.WriteAsync(session, bench.Device, i, i * 2));
            rules[i].Struck.ShouldBe(1, rules[i].ToString());
            FaultBench.ShouldBeAtRest(source);
        }

        Dictionary<long, double> stored = await bench.StoredAsync();
        stored.Count.ShouldBe(rules.Count + 1);
        stored.Where(row => row.Key >= 0).ShouldAllBe(row => row.Value == row.Key * 2);
    }

    [Theory, EmbeddedServer, RealServer]
    [Proves("R-04"), Fault("F-20"), Fault("F-21")]
    public async Task Raw_SQL_cut_anywhere_is_not_repeated_and_says_the_truth(ServerKind kind)
    {
        await using FaultBench bench = await FaultBench.StartAsync(kind);
        await bench.FillAsync(1);
        string Insert(int time) => $"insert into {bench.Device}(time, v) values ({1000 + time}, {1000 + time}.5)"; // always as long
        (string method, int request, int answer) = await bench.RehearseAsync(() => OnSession(bench, session => session.ExecuteNonQueryAsync(Insert(8000))));
        List<FaultRule> rules = Positions(kind, method, request, answer);
        List<(FaultRule Rule, Outcome Outcome)> ends = [];
        for (int i = 0; i < rules.Count; i++)
        {
            int before = bench.Proxy.Requests(method);
            bench.Proxy.Schedule.Add(rules[i]);
            IoTDBException failure = await Should.ThrowAsync<IoTDBException>(() => OnSession(bench, session => session.ExecuteNonQueryAsync(Insert(i))), rules[i].ToString());
            ends.Add((rules[i], failure.Outcome));
            (bench.Proxy.Requests(method) - before).ShouldBe(1, "sent once");
            FaultBench.ShouldBeAtRest(bench.Source);
        }

        Dictionary<long, double> stored = await bench.StoredAsync();
        for (int i = 0; i < ends.Count; i++)
        {
            (FaultRule rule, Outcome outcome) = ends[i];
            outcome.ShouldBeOneOf(Outcome.Unknown, Outcome.NotSent);
            bool whole = rule.Direction == FaultDirection.ToClient;
            stored.ContainsKey(1000 + i).ShouldBe(whole, $"{rule}: the server executes whole requests, and those only");
            if (whole)
            {
                outcome.ShouldBe(Outcome.Unknown, rule.ToString());
            }
        }
    }

    [Theory, EmbeddedServer, RealServer]
    [Proves("R-01"), Fault("F-22"), Fault("F-38")]
    public async Task A_query_cut_before_its_first_row_is_asked_again(ServerKind kind)
    {
        await using FaultBench bench = await FaultBench.StartAsync(kind);
        await bench.FillAsync(5);
        string sql = $"select v from {bench.Device}";
        (string method, int request, int answer) = await bench.RehearseAsync(() => OnSession(bench, session => FaultBench.ReadAsync(session, sql)));
        foreach (FaultRule rule in Positions(kind, method, request, answer))
        {
            await using IoTDBDataSource source = bench.Another();
            bench.Proxy.Schedule.Add(rule);
            Dictionary<long, double> rows = [];
            await OnSession(source, async session => rows = await FaultBench.ReadAsync(session, sql));
            rows.Keys.Order().SequenceEqual([0, 1, 2, 3, 4]).ShouldBeTrue(rule.ToString());
            rule.Struck.ShouldBe(1, rule.ToString());
            FaultBench.ShouldBeAtRest(source);
        }
    }

    [Theory, EmbeddedServer, RealServer]
    [Proves("R-02"), Proves("C-10"), Fault("F-22"), Fault("F-58")]
    public async Task A_result_cut_between_its_pages_is_never_shortened(ServerKind kind)
    {
        (FaultBench paged, int count) = await FaultBench.StartPagedAsync(kind, pages: 3);
        await using FaultBench bench = paged;
        string sql = $"select v from {bench.Device}";
        (string method, int request, int answer) = await bench.RehearseAsync(
            () => OnSession(bench, session => FaultBench.ReadAsync(session, sql)), "fetchResultsV2");
        foreach (FaultRule rule in Positions(kind, method, request, answer))
        {
            int before = bench.Proxy.Requests(method);
            bench.Proxy.Schedule.Add(rule);
            List<long> rows = [];
            await OnSession(bench, async session =>
            {
                await using ResultSet results = await session.ExecuteQueryAsync(sql);
                IoTDBException failure = await Should.ThrowAsync<IoTDBException>(
                    async () =>
                    {
                        while (await results.ReadAsync())
                        {
                            rows.Add(results.GetTimestamp());
                        }
                    },
                    $"{rule}: ended after {rows.Count} rows as if that were all");
                failure.ShouldBeOfType<IoTDBConnectionException>();
            });
            rows.SequenceEqual(Enumerable.Range(0, rows.Count).Select(i => (long)i)).ShouldBeTrue();
            rows.Count.ShouldBeLessThan(count);
            (bench.Proxy.Requests(method) - before).ShouldBe(1, "a fetch is never repeated");
            FaultBench.ShouldBeAtRest(bench.Source);
        }
    }

    [Theory, EmbeddedServer, RealServer]
    [Proves("R-09"), Proves("P-20"), Fault("F-87")]
    public async Task Early_break_releases(ServerKind kind)
    {
        (FaultBench paged, _) = await FaultBench.StartPagedAsync(kind, pages: 6);
        await using FaultBench bench = paged;
        Task Leave(Session session) => ReadOneRowAsync(session, $"select v from {bench.Device}");
        (string method, int request, int answer) = await bench.RehearseAsync(() => OnSession(bench, Leave), "closeOperation");
        foreach (FaultRule rule in Positions(kind, method, request, answer))
        {
            bench.Proxy.Schedule.Add(rule);
            await OnSession(bench, Leave);
            rule.Struck.ShouldBe(1, rule.ToString());
            FaultBench.ShouldBeAtRest(bench.Source);
            await OnSession(bench, async session => (await session.PingAsync()).ShouldNotBeNull());
        }
    }

    private static List<FaultRule> Positions(ServerKind kind, string method, int request, int answer)
    {
        List<FaultRule> rules = [];
        foreach ((FaultDirection direction, int length) in new[] { (FaultDirection.ToServer, request), (FaultDirection.ToClient, answer) })
        {
            for (int position = 0; position < length; position += Step(kind, position, length))
            {
                FaultAction action = rules.Count % 2 == 0 ? FaultAction.Cut : FaultAction.Reset;
                rules.Add(new FaultRule(direction, action) { Method = method, Byte = position });
            }
        }

        return rules;
    }

    private static int Step(ServerKind kind, int position, int length) => kind switch
    {
        ServerKind.Embedded => 1,
        _ when position < 600 => 7,
        _ => Math.Max(length / 100, 7),
    };

    private static Task OnSession(FaultBench bench, Func<Session, Task> call) => OnSession(bench.Source, call);

    private static async Task OnSession(IoTDBDataSource source, Func<Session, Task> call)
    {
        await using SessionLease lease = await source.RentAsync();
        await call(lease.Session);
    }

    private static async Task RentOnceAsync(IoTDBDataSource source)
    {
        await using SessionLease lease = await source.RentAsync();
    }

    private static async Task ReadOneRowAsync(Session session, string sql)
    {
        await using ResultSet results = await session.ExecuteQueryAsync(sql);
        (await results.ReadAsync()).ShouldBeTrue();
    }
}
