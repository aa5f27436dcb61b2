using System.Diagnostics;
using IoTDB.Embedded;
using IoTDB.Testing;
using Shouldly;
using Xunit;
using Xunit.Abstractions;

namespace IoTDB.Client.Tests.Reliability;

/// <summary>Batches of devices with different leaders. Three servers stand for nodes: what each of them has was sent to it.</summary>
public sealed class LeaderTests(ITestOutputHelper output) : IAsyncLifetime
{
    private static readonly string[] s_devices = ["root.lead.a", "root.lead.b", "root.lead.c"];
    private readonly EmbeddedIoTDB[] _nodes = new EmbeddedIoTDB[3];
    private IoTDBDataSource _source = null!;

    public async Task InitializeAsync()
    {
        for (int i = 0; i < _nodes.Length; i++)
        {
            _nodes[i] = await EmbeddedIoTDB.StartAsync(new EmbeddedOptions());
        }

        foreach (EmbeddedIoTDB node in _nodes)
        {
            node.Faults.Redirect("root.lead.b", "127.0.0.1", _nodes[1].Port);
            node.Faults.Redirect("root.lead.c", "127.0.0.1", _nodes[2].Port);
        }

        _source = Build("MaxOpen=8");
    }

    public async Task DisposeAsync()
    {
        await _source.DisposeAsync();
        foreach (EmbeddedIoTDB node in _nodes)
        {
            await node.DisposeAsync();
        }
    }

    [Theory]
    [Proves("N-07")]
    [InlineData("tablets")]
    [InlineData("records")]
    [InlineData("texts")]
    public async Task Devices_go_to_their_leaders(string form)
    {
        await using SessionLease lease = await AtFirstAsync(_source);
        await WriteAsync(lease.Session, "tablets", 1);
        (await CountsAsync()).ShouldBe([3, 0, 0], "nothing is known yet");

        await WriteAsync(lease.Session, form, 2);

        (await CountsAsync()).ShouldBe([4, 1, 1]);
        lease.Session.Endpoint.Port.ShouldBe(_nodes[0].Port);
        _source.Statistics.Leased.ShouldBe(1);
    }

    [Fact]
    [Proves("E-02"), Fault("F-80")]
    public async Task Outcomes_of_different_nodes_are_kept_apart()
    {
        await using SessionLease lease = await AtFirstAsync(_source);
        await WriteAsync(lease.Session, "tablets", 1);
        _nodes[1].FailNext(607, "insertTablet", count: 100);
        _nodes[2].FailNext(1704, "insertTablet", count: 100);

        IoTDBBatchWriteException error = await Should.ThrowAsync<IoTDBBatchWriteException>(() => WriteAsync(lease.Session, "tablets", 2));

        error.Failures.Select(static failure => (failure.Item, failure.Error.StatusCode)).ShouldBe([(1, 607), (2, 1704)]);
        error.SucceededCount.ShouldBe(1);
        error.IsTransient.ShouldBeFalse();
        (await CountsAsync()).ShouldBe([4, 0, 0]);
    }

    [Fact]
    [Proves("N-10"), Fault("F-76")]
    public async Task A_leader_that_is_gone_costs_the_caller_nothing()
    {
        await using SessionLease lease = await AtFirstAsync(_source);
        await WriteAsync(lease.Session, "tablets", 1);
        await _nodes[2].DisposeAsync();

        await WriteAsync(lease.Session, "tablets", 2);
        await WriteAsync(lease.Session, "tablets", 3);

        (await CountsAsync(nodes: 2)).ShouldBe([7, 2]);
    }

    [Fact]
    [Proves("N-07")]
    public async Task A_pool_without_a_free_place_is_not_waited_for()
    {
        await using IoTDBDataSource source = Build("MaxOpen=1");
        await using SessionLease lease = await AtFirstAsync(source);
        await WriteAsync(lease.Session, "tablets", 1);

        await WriteAsync(lease.Session, "tablets", 2);

        (await CountsAsync()).ShouldBe([6, 0, 0]);
        source.Statistics.WaitCount.ShouldBe(0);
    }

    [Theory, RealServer]
    [Proves("N-07"), Fault("F-80")]
    public async Task Devices_of_a_real_cluster_are_acknowledged_and_learned_while_a_node_dies(ServerKind kind)
    {
        kind.ShouldBe(ServerKind.Real);
        if (!RealCluster.IsAvailable)
        {
            return; // a server elsewhere was named, and there is none to be started here
        }

        await using RealCluster cluster = await RealCluster.StartAsync(3);
        await using IoTDBDataSource source = new IoTDBDataSourceBuilder(cluster.ConnectionString + ";OutageWait=60s;CommandTimeout=90s").Build();
        await using SessionLease lease = await source.RentAsync();
        string[] devices = [.. Enumerable.Range(0, 24).Select(i => $"root.leaders{i % 6}.d{i}")];
        for (int round = 0; round < 12; round++)
        {
            if (round == 6)
            {
                await cluster.KillAsync(3);
            }

            await lease.Session.InsertTabletsAsync([.. devices.Select(device => Filled(device, round))]);
        }

        source.EndpointStatistics.Sum(static node => node.LeaderHints).ShouldBeGreaterThan(0);
        // A leader acknowledges before it has told the others: of the round before the kill the server may lose some, of no other. What a replica
        // has not been told yet its readers do not see yet: 7.5 s, once in six runs.
        string[] missing = await MissingAsync(lease.Session, rounds: 12, expected: devices.Length, but: 5);
        if (missing.Length > 0)
        {
            output.WriteLine($"read at once: {string.Join(", ", missing)}");
        }

        Stopwatch watch = Stopwatch.StartNew();
        while (missing.Length > 0 && watch.Elapsed < TimeSpan.FromMinutes(1))
        {
            await Task.Delay(TimeSpan.FromMilliseconds(50));
            missing = await MissingAsync(lease.Session, rounds: 12, expected: devices.Length, but: 5);
        }

        output.WriteLine($"all there after {watch.Elapsed.TotalSeconds:0.00} s: {missing.Length == 0}");
        missing.ShouldBeEmpty();
    }

    // Rounds of which not every device has its row.
    private static async Task<string[]> MissingAsync(Session session, int rounds, int expected, int but)
    {
        Dictionary<long, int> stored = [];
        await using ResultSet rows = await session.ExecuteQueryAsync("select v from root.** align by device");
        while (await rows.ReadAsync())
        {
            long time = rows.GetTimestamp();
            stored[time] = stored.GetValueOrDefault(time) + 1;
        }

        return [.. Enumerable.Range(0, rounds).Where(round => round != but && stored.GetValueOrDefault(round) != expected)
            .Select(round => $"round {round}: {stored.GetValueOrDefault(round)} of {expected}")];
    }

    private IoTDBDataSource Build(string more) => new IoTDBDataSourceBuilder(
        $"Host={string.Join(',', _nodes.Select(static node => $"127.0.0.1:{node.Port}"))};Username=root;Password=root;{more}").Build();

    private async Task<SessionLease> AtFirstAsync(IoTDBDataSource source) =>
        await source.Pool.RentAsync(new OpenHint(new Endpoint("127.0.0.1", _nodes[0].Port)), CancellationToken.None);

    private static async Task WriteAsync(Session session, string form, long time)
    {
        switch (form)
        {
            case "records":
                await session.InsertRecordsAsync(s_devices.Select(device => new Record(device, time).Add("v", (double)time)));
                break;
            case "texts":
                await session.InsertStringRecordsAsync(s_devices.Select(device => new StringRecord(device, time).Add("v", "1.5")));
                break;
            default:
                await session.InsertTabletsAsync([.. s_devices.Select(device => Filled(device, time))]);
                break;
        }
    }

    private static Tablet Filled(string device, long time)
    {
        Tablet tablet = new(device, [("v", TsDataType.Double)], 1);
        tablet.Add(time, (double)time);
        return tablet;
    }

    /// <summary>Rows that each node has.</summary>
    private async Task<int[]> CountsAsync(int nodes = 3)
    {
        int[] counts = new int[nodes];
        for (int i = 0; i < nodes; i++)
        {
            await using IoTDBDataSource direct = new IoTDBDataSourceBuilder(_nodes[i].ConnectionString).Build();
            await using SessionLease lease = await direct.RentAsync();
            foreach (string device in s_devices)
            {
                counts[i] += (await FaultBench.ReadAsync(lease.Session, $"select v from {device}")).Count;
            }
        }

        return counts;
    }
}
