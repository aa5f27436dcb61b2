using System.Globalization;
using IoTDB.Embedded;
using IoTDB.Testing;
using Shouldly;
using Xunit;

namespace IoTDB.Client.Tests.Reliability;

/// <summary>What the server says about itself: busy, read-only, failing over, not knowing us any more.</summary>
public sealed class ServerStateTests : IAsyncLifetime
{
    private EmbeddedIoTDB _server = null!;
    private FaultBench _bench = null!;

    public async Task InitializeAsync()
    {
        _server = await EmbeddedIoTDB.StartAsync(new EmbeddedOptions { MaxBlockRows = 2 });
        _bench = FaultBench.Start(_server.ConnectionString, "FetchSize=2");
        await _bench.FillAsync(6);
    }

    public async Task DisposeAsync()
    {
        await _bench.DisposeAsync();
        await _server.DisposeAsync();
    }

    [Theory]
    [Proves("R-03"), Fault("F-62"), Fault("F-66")]
    [InlineData(606)]
    [InlineData(301)]
    [InlineData(305)]
    [InlineData(904)]
    public async Task A_write_the_server_could_not_take_is_sent_again(int code)
    {
        await using SessionLease lease = await _bench.Source.RentAsync();
        _server.FailNext(code, "insertTablet", count: 2);
        await FaultBench.WriteAsync(lease.Session, _bench.Device, 100, 1);
        _bench.Proxy.Requests("insertTablet").ShouldBe(3);
        _bench.Proxy.Accepted.ShouldBe(1, "an answer costs no connection");
    }

    [Theory]
    [Proves("R-01"), Fault("F-64")]
    [InlineData(709)]
    [InlineData(717)]
    public async Task A_query_the_server_had_no_room_for_is_asked_again(int code)
    {
        await using SessionLease lease = await _bench.Source.RentAsync();
        _server.FailNext(code, "select", count: 2);
        (await FaultBench.ReadAsync(lease.Session, $"select v from {_bench.Device}")).Count.ShouldBe(6);
    }

    [Theory]
    [Proves("R-04"), Proves("R-05")]
    [InlineData(606)]
    [InlineData(301)]
    public async Task Raw_SQL_and_deletes_are_not_repeated(int code)
    {
        await using SessionLease lease = await _bench.Source.RentAsync();
        _server.FailNext(code, "insert into");
        await Should.ThrowAsync<IoTDBException>(() => lease.Session.ExecuteNonQueryAsync($"insert into {_bench.Device}(time, v) values (7, 7.5)"));
        _server.FailNext(code, "deleteData");
        IoTDBException failure = await Should.ThrowAsync<IoTDBException>(() => lease.Session.DeleteDataAsync([$"{_bench.Device}.v"], 0, 100));
        failure.Attempts.ShouldBe(1);
        (await _bench.StoredAsync()).Count.ShouldBe(6);
    }

    [Fact]
    [Proves("R-04"), Fault("F-57")]
    public async Task An_expired_session_is_logged_in_again_also_for_raw_SQL()
    {
        await using SessionLease lease = await _bench.Source.RentAsync();
        await lease.Session.PingAsync();
        _server.ExpireSessions();
        await lease.Session.ExecuteNonQueryAsync($"insert into {_bench.Device}(time, v) values (100, 1.5)");
        (await _bench.StoredAsync()).Count.ShouldBe(7);
        _bench.Proxy.Requests("openSession").ShouldBe(2);
    }

    [Fact]
    [Proves("R-02"), Fault("F-59"), Fault("F-65")]
    public async Task An_error_in_the_middle_of_a_result_is_an_error()
    {
        await using SessionLease lease = await _bench.Source.RentAsync();
        _server.FailNext(715, "fetchResultsV2");
        int rows = 0;
        IoTDBException killed = await Should.ThrowAsync<IoTDBException>(async () =>
        {
            await using ResultSet results = await lease.Session.ExecuteQueryAsync($"select v from {_bench.Device}");
            while (await results.ReadAsync())
            {
                rows++;
            }
        });
        killed.StatusCode.ShouldBe(715);
        rows.ShouldBe(2);
        _bench.Proxy.Requests("fetchResultsV2").ShouldBe(1, "an old server would answer the next one with 'no more rows'");
        await lease.Session.PingAsync();
        _bench.Proxy.Accepted.ShouldBe(1);
    }

    [Fact]
    [Proves("E-01"), Fault("F-52")]
    public async Task Unknown_status_code_is_preserved()
    {
        await using SessionLease lease = await _bench.Source.RentAsync();
        _server.FailNext(9876, "insertTablet");
        IoTDBException failure = await Should.ThrowAsync<IoTDBException>(() => FaultBench.WriteAsync(lease.Session, _bench.Device, 1, 1));
        (failure.StatusCode, failure.StatusName, failure.IsTransient).ShouldBe((9876, "9876", false));
    }

    [Fact]
    [Proves("R-04"), Fault("F-143")]
    public async Task A_trigger_that_failed_after_the_write_leaves_it_unknown()
    {
        await using SessionLease lease = await _bench.Source.RentAsync();
        _server.Faults.FailAfterApplying(1302, "insertTablet");
        IoTDBException failure = await Should.ThrowAsync<IoTDBException>(() => FaultBench.WriteAsync(lease.Session, _bench.Device, 100, 1));
        (failure.Outcome, failure.Attempts).ShouldBe((Outcome.Unknown, 1));
        (await _bench.StoredAsync()).Count.ShouldBe(7);
    }

    [Theory]
    [Fault("F-19"), Fault("F-29")]
    [InlineData("reset")]
    [InlineData("halfclose")]
    public async Task A_connection_that_ends_under_a_lease_is_replaced_without_an_error(string how)
    {
        await using SessionLease lease = await _bench.Source.RentAsync();
        _bench.Proxy.Schedule.Add(new(FaultDirection.ToClient, FaultAction.Parse(how)) { Method = "insertTablet" });
        await FaultBench.WriteAsync(lease.Session, _bench.Device, 100, 1);
        (await _bench.StoredAsync()).Count.ShouldBe(7);
    }

    [Fact]
    [Proves("C-12")]
    public async Task Keepalive_options_are_set()
    {
        Assert.True(OperatingSystem.IsLinux(), "reads /proc");
        await using SessionLease lease = await _bench.Source.RentAsync();
        await lease.Session.PingAsync();
        string port = _bench.Proxy.Port.ToString("X4", CultureInfo.InvariantCulture);
        string[] ours = [.. File.ReadLines("/proc/net/tcp").Skip(1)
            .Concat(File.Exists("/proc/net/tcp6") ? File.ReadLines("/proc/net/tcp6").Skip(1) : [])
            .Select(line => line.Split(' ', StringSplitOptions.RemoveEmptyEntries))
            .Where(columns => columns[2].EndsWith(":" + port, StringComparison.Ordinal) && columns[3] == "01")
            .Select(columns => columns[5])];
        ours.ShouldNotBeEmpty();
        ours.ShouldAllBe(timer => timer.StartsWith("02:", StringComparison.Ordinal) || timer.StartsWith("01:", StringComparison.Ordinal));
        string[] keepalive = [.. ours.Where(timer => timer.StartsWith("02:", StringComparison.Ordinal))];
        keepalive.ShouldNotBeEmpty();
        keepalive.ShouldAllBe(timer => Convert.ToInt32(timer.Substring(3), 16) <= 1000, "due within 10 s");
    }
}
