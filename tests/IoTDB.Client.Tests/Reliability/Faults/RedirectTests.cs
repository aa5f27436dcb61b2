using System.Net;
using System.Net.Sockets;
using IoTDB.Embedded;
using IoTDB.Testing;
using IoTDB.Wire.Messages;
using Shouldly;
using Xunit;

namespace IoTDB.Client.Tests.Reliability;

/// <summary>What the server recommends steers the next write, to configured endpoints only.</summary>
public sealed class RedirectTests : IAsyncLifetime
{
    private EmbeddedIoTDB _server = null!;
    private FaultBench _first = null!;
    private FaultBench _second = null!;
    private IoTDBDataSource _source = null!;

    public async Task InitializeAsync()
    {
        _server = await EmbeddedIoTDB.StartAsync(new EmbeddedOptions { MaxBlockRows = 10 });
        _first = FaultBench.Start(_server.ConnectionString);
        _second = FaultBench.Start(_server.ConnectionString);
        _source = new IoTDBDataSourceBuilder(
            $"Host=127.0.0.1:{_first.Proxy.Port},127.0.0.1:{_second.Proxy.Port};Username=root;Password=root;MaxOpen=8;FetchSize=10").Build();
    }

    public async Task DisposeAsync()
    {
        await _source.DisposeAsync();
        await _first.DisposeAsync();
        await _second.DisposeAsync();
        await _server.DisposeAsync();
    }

    [Fact]
    [Proves("N-07")]
    public async Task Redirect_is_only_a_hint()
    {
        Endpoint leader = await FollowedAsync(_second);
        leader.Port.ShouldBe(_second.Proxy.Port);
        _source.EndpointStatistics[1].LeaderHints.ShouldBe(1);
        for (int i = 0; i < 5; i++)
        {
            (await WriteAsync("root.hints.d1", i)).ShouldBe(leader);
        }

        (_first.Proxy.Requests("insertTablet") + _second.Proxy.Requests("insertTablet")).ShouldBe(6, "a hint is no reason to repeat");
        (await _first.StoredAsync("root.hints.d1")).Count.ShouldBe(6);
    }

    [Fact]
    [Proves("N-09"), Fault("F-79")]
    public async Task Foreign_redirect_gets_no_login()
    {
        using TcpListener foreign = new(IPAddress.Loopback, 0);
        foreign.Start();
        _server.Faults.Redirect("root.hints", "127.0.0.1", ((IPEndPoint)foreign.LocalEndpoint).Port);
        for (int i = 0; i < 5; i++)
        {
            await WriteAsync("root.hints.d2", i);
        }

        foreign.Pending().ShouldBeFalse("nobody connected to the host the server named");
        _source.EndpointStatistics.Sum(node => node.LeaderHints).ShouldBe(0);
    }

    [Fact]
    [Proves("N-10"), Fault("F-76")]
    public async Task Redirect_to_dead_node()
    {
        await FollowedAsync(_second);
        _second.Proxy.Down();
        for (int i = 0; i < 5; i++)
        {
            (await WriteAsync("root.hints.d1", i)).Port.ShouldBe(_first.Proxy.Port);
        }

        (await _first.StoredAsync("root.hints.d1")).Count.ShouldBe(6);
    }

    [Fact]
    [Proves("N-12")]
    [Fault("F-83")]
    public async Task Reader_ignores_redirect()
    {
        using Tablet tablet = new("root.hints.d3", [("v", TsDataType.Double)], 250);
        for (int i = 0; i < 250; i++)
        {
            tablet.Add((long)i, (double)i);
        }

        await using SessionLease lease = await _source.RentAsync();
        await lease.Session.InsertTabletAsync(tablet, sorted: true);
        Endpoint here = lease.Session.Endpoint;
        await using ResultSet results = await lease.Session.ExecuteQueryAsync("select v from root.hints.d3");
        await results.ReadAsync();
        _server.Faults.Redirect("root.hints", "127.0.0.1", _second.Proxy.Port);
        await WriteAsync("root.hints.d3", 9000);
        int rows = 1;
        while (await results.ReadAsync())
        {
            rows++;
        }

        rows.ShouldBe(250);
        lease.Session.Endpoint.ShouldBe(here);
    }

    [Fact]
    [Proves("N-07"), Fault("F-144")]
    public async Task A_hint_inside_an_error_is_taken_and_the_error_is_thrown()
    {
        _server.Faults.AnswerNext(new Status(607, "too old", RedirectNode: new EndpointAddress("127.0.0.1", _second.Proxy.Port)), "insertTablet");

        (await Should.ThrowAsync<IoTDBDataRejectedException>(() => WriteAsync("root.hints.d4", 1))).StatusCode.ShouldBe(607);

        _source.EndpointStatistics[1].LeaderHints.ShouldBe(1);
        (await WriteAsync("root.hints.d4", 2)).Port.ShouldBe(_second.Proxy.Port);
    }

    [Fact]
    [Fault("F-80"), Proves("N-10")]
    public async Task A_leader_that_changes_in_the_middle_of_many_devices_costs_no_row()
    {
        string[] devices = [.. Enumerable.Range(0, 20).Select(i => $"root.hints.moving{i}")];
        _server.Faults.Redirect("root.hints.moving", "127.0.0.1", _first.Proxy.Port);
        foreach (string device in devices)
        {
            await WriteAsync(device, 0);
        }

        _source.EndpointStatistics[0].LeaderHints.ShouldBe(20);
        Task writing = Task.WhenAll(devices.Select(async device =>
        {
            for (int time = 1; time <= 10; time++)
            {
                await WriteAsync(device, time);
                if (time == 5 && device == devices[7])
                {
                    _server.Faults.Clear(); // the leader dies under the others' calls, and another one is named
                    _server.Faults.Redirect("root.hints.moving", "127.0.0.1", _second.Proxy.Port);
                    _first.Proxy.Down(reset: true);
                }
            }
        }));
        await writing;

        foreach (string device in devices)
        {
            (await _second.StoredAsync(device)).Keys.Order().ToArray().ShouldBe([.. Enumerable.Range(0, 11).Select(time => (long)time)], device);
        }

        _source.EndpointStatistics[0].LeaderHints.ShouldBe(0);
        await WriteAsync(devices[0], 99);
        _source.EndpointStatistics[1].LeaderHints.ShouldBePositive();
    }

    [Fact]
    [Fault("F-144")]
    public async Task A_change_of_database_inside_a_success_is_a_success()
    {
        _server.Faults.AnswerNext(new Status(200, "", [new Status(401, "plant")]), "insertTablet", afterApplying: true);
        await WriteAsync("root.hints.d5", 1);
        (await _first.StoredAsync("root.hints.d5")).Count.ShouldBe(1);
    }

    // Writes through the other node until the hint was learned and followed once.
    private async Task<Endpoint> FollowedAsync(FaultBench leader)
    {
        _server.Faults.Redirect("root.hints", "127.0.0.1", leader.Proxy.Port);
        await WriteAsync("root.hints.d1", -1);
        return new Endpoint("127.0.0.1", leader.Proxy.Port);
    }

    private async Task<Endpoint> WriteAsync(string device, long time)
    {
        await using SessionLease lease = await _source.RentForAsync(device, CancellationToken.None);
        await FaultBench.WriteAsync(lease.Session, device, time, 1);
        return lease.Session.Endpoint;
    }
}
