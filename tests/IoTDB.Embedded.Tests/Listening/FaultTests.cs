using IoTDB.Conformance.Wire.Replay;
using IoTDB.Testing;
using IoTDB.Wire.Messages;
using Shouldly;
using Xunit;

namespace IoTDB.Embedded.Tests.Listening;

public sealed class FaultTests : IAsyncLifetime
{
    private readonly ManualTimeProvider _time = new();
    private EmbeddedIoTDB _server = null!;

    public async Task InitializeAsync() => _server = await EmbeddedIoTDB.StartAsync(new EmbeddedOptions { TimeProvider = _time });

    public async Task DisposeAsync() => await _server.DisposeAsync();

    [Fact]
    public async Task A_status_on_demand_comes_once_and_nothing_is_applied()
    {
        await using var connection = await WireConnection.OpenAsync(_server);
        _server.FailNext(606);

        (await connection.ExecuteAsync("INSERT INTO root.f.d(time, s) VALUES (1, 1)")).Status.Code.ShouldBe(606);
        (await connection.QueryAsync("COUNT TIMESERIES root.f.**")).ShouldHaveSingleItem()[0].ShouldBe(0L);
        (await connection.ExecuteAsync("INSERT INTO root.f.d(time, s) VALUES (1, 1)")).Status.Code.ShouldBe(200);
    }

    [Fact]
    public async Task A_pattern_waits_for_its_request()
    {
        await using var connection = await WireConnection.OpenAsync(_server);
        _server.FailNext(720, "show devices");

        (await connection.ExecuteAsync("SHOW DATABASES")).Status.Code.ShouldBe(200);
        (await connection.ExecuteAsync("SHOW DEVICES")).Status.Code.ShouldBe(720);
    }

    [Fact]
    public async Task Logins_and_other_bookkeeping_pass_a_fault_without_a_pattern()
    {
        _server.FailNext(600);

        await using var connection = await WireConnection.OpenAsync(_server);

        (await connection.ExecuteAsync("SHOW VERSION")).Status.Code.ShouldBe(600);
    }

    [Theory]
    [InlineData(false, 0)]
    [InlineData(true, 1)]
    public async Task A_connection_drops_before_or_after_the_request_is_applied(bool afterApplying, long stored)
    {
        await using var victim = await WireConnection.OpenAsync(_server);
        await using var witness = await WireConnection.OpenAsync(_server);
        _server.Faults.DropNext("root.f.d", afterApplying);

        await Should.ThrowAsync<EndOfStreamException>(() => victim.ExecuteAsync("INSERT INTO root.f.d(time, s) VALUES (1, 1)"));

        (await witness.QueryAsync("COUNT TIMESERIES root.f.**")).ShouldHaveSingleItem()[0].ShouldBe(stored);
    }

    [Fact]
    public async Task Half_an_answer_is_followed_by_the_end_of_the_stream()
    {
        await using var connection = await WireConnection.OpenAsync(_server);
        _server.Faults.TruncateNext("SHOW VERSION");

        await Should.ThrowAsync<EndOfStreamException>(() => connection.ExecuteAsync("SHOW VERSION"));
    }

    [Fact]
    public async Task A_stalled_request_is_applied_and_never_answered()
    {
        await using var victim = await WireConnection.OpenAsync(_server);
        await using var witness = await WireConnection.OpenAsync(_server);
        _server.Faults.StallNext("INSERT");

        var stalled = victim.ExecuteAsync("INSERT INTO root.f.d(time, s) VALUES (1, 1)");
        while ((long)(await witness.QueryAsync("COUNT TIMESERIES root.f.**")).Single()[0]! == 0)
        {
            await Task.Yield();
        }

        stalled.IsCompleted.ShouldBeFalse();
        await victim.DisposeAsync();
        await Should.ThrowAsync<Exception>(() => stalled);
    }

    [Fact]
    public async Task A_delay_follows_the_servers_clock()
    {
        await using var connection = await WireConnection.OpenAsync(_server);
        _server.Faults.DelayNext(TimeSpan.FromMinutes(5), "SHOW VERSION");

        var delayed = connection.ExecuteAsync("SHOW VERSION");
        while (!delayed.IsCompleted)
        {
            _time.Advance(TimeSpan.FromMinutes(1));
            await Task.Yield();
        }

        (await delayed).Status.Code.ShouldBe(200);
    }

    [Fact]
    public async Task A_redirect_is_a_hint_on_a_write_that_was_done()
    {
        await using var connection = await WireConnection.OpenAsync(_server);
        _server.Faults.Redirect("root.f.far", "10.0.0.2", 6667);

        var single = await connection.CallAsync<InsertRecordRequest, Status>(Methods.InsertRecord, Record("root.f.far"));
        var several = await connection.CallAsync<InsertRecordsRequest, Status>(
            Methods.InsertRecords,
            new InsertRecordsRequest(1, ["root.f.far", "root.f.near"], [["s"], ["s"]], [Int32(1), Int32(2)], [2, 2]));

        single.Code.ShouldBe(200);
        single.RedirectNode!.Port.ShouldBe(6667);
        several.Code.ShouldBe(400);
        several.SubStatus!.Select(status => status.RedirectNode?.Ip).ShouldBe(["10.0.0.2", null]);
    }

    [Theory]
    [InlineData(TimePrecision.Milliseconds, "ms", 1L)]
    [InlineData(TimePrecision.Microseconds, "us", 1_000L)]
    [InlineData(TimePrecision.Nanoseconds, "ns", 1_000_000L)]
    public async Task Precision_and_clock_are_the_options(TimePrecision precision, string name, long perMillisecond)
    {
        await using var server = await EmbeddedIoTDB.StartAsync(new EmbeddedOptions { TimeProvider = _time, Precision = precision });
        await using var connection = await WireConnection.ConnectAsync(server);

        var login = await connection.LogInAsync();
        var now = (await connection.QueryAsync("SHOW CURRENT_TIMESTAMP")).ShouldHaveSingleItem()[0];

        login.Configuration!.ShouldContain(new KeyValuePair<string, string>("timestamp_precision", name));
        now.ShouldBe(_time.GetUtcNow().ToUnixTimeMilliseconds() * perMillisecond);
    }

    private static InsertRecordRequest Record(string device) => new(1, device, ["s"], Int32(1), 1);

    private static ReadOnlyMemory<byte> Int32(byte value) => new byte[] { 1, 0, 0, 0, value };
}
