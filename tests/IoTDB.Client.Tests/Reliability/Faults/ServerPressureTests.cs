using IoTDB.Embedded;
using IoTDB.Testing;
using Shouldly;
using Xunit;

namespace IoTDB.Client.Tests.Reliability;

/// <summary>Servers whose disk is full for a while, or that take their time to refuse.</summary>
public sealed class ServerPressureTests : IAsyncLifetime
{
    private readonly ManualTimeProvider _clock = new();
    private EmbeddedIoTDB _server = null!;
    private FaultBench _bench = null!;

    public async Task InitializeAsync()
    {
        _server = await EmbeddedIoTDB.StartAsync();
        _bench = FaultBench.Start(_server.ConnectionString, "CommandTimeout=00:00:30", _clock);
    }

    public async Task DisposeAsync()
    {
        await _bench.DisposeAsync();
        await _server.DisposeAsync();
    }

    [Fact]
    [Fault("F-61"), Proves("E-07")]
    public async Task A_full_disk_is_asked_slowly_and_written_to_when_there_is_room_again()
    {
        await using SessionLease lease = await _bench.Source.RentAsync();
        _server.FailNext(611, "insertTablet", count: 2);
        Task write = FaultBench.WriteAsync(lease.Session, _bench.Device, 1, 17);
        await SentAsync(1);
        _clock.Advance(TimeSpan.FromMilliseconds(499));
        _bench.Proxy.Requests("insertTablet").ShouldBe(1, "half a second at least");
        await SentAsync(2, advance: TimeSpan.FromMilliseconds(501));
        await SentAsync(3, advance: TimeSpan.FromSeconds(2));
        await write;

        (await _bench.StoredAsync()).ShouldBe(new Dictionary<long, double> { [1] = 17 });
        _bench.Proxy.Accepted.ShouldBe(1);
    }

    [Fact]
    [Fault("F-61")]
    public async Task A_disk_that_stays_full_is_a_read_only_error_and_the_next_call_may_succeed()
    {
        await using SessionLease lease = await _bench.Source.RentAsync();
        _server.FailNext(611, "insertTablet", count: 3);
        Task write = FaultBench.WriteAsync(lease.Session, _bench.Device, 1, 17);
        await SentAsync(1);
        await SentAsync(2, advance: TimeSpan.FromSeconds(1));
        await SentAsync(3, advance: TimeSpan.FromSeconds(2));
        IoTDBReadOnlyException full = await Should.ThrowAsync<IoTDBReadOnlyException>(() => write);
        (full.Attempts, full.IsTransient).ShouldBe((3, true));

        await FaultBench.WriteAsync(lease.Session, _bench.Device, 1, 18);
        (await _bench.StoredAsync()).ShouldBe(new Dictionary<long, double> { [1] = 18 });
    }

    [Fact]
    [Fault("F-63")]
    public async Task A_server_that_blocks_an_insert_and_then_rejects_it_is_busy_and_not_silent()
    {
        await using SessionLease lease = await _bench.Source.RentAsync();
        _server.FailNext(606, "insertTablet", count: 3);
        FaultRule blocked = _bench.Proxy.Schedule.Add(new(FaultDirection.ToServer, FaultAction.Delay(TimeSpan.FromSeconds(10))) { Method = "insertTablet", Limit = 3 });
        Task write = FaultBench.WriteAsync(lease.Session, _bench.Device, 1, 1);
        await SentAsync(1, blocked);
        _clock.Advance(TimeSpan.FromSeconds(10));
        await SentAsync(2, blocked, TimeSpan.FromMilliseconds(10));
        _clock.Advance(TimeSpan.FromSeconds(10));

        IoTDBServerBusyException busy = await Should.ThrowAsync<IoTDBServerBusyException>(() => write);

        busy.Attempts.ShouldBe(2, "a third one would have run into the time limit");
        busy.Outcome.ShouldBe(Outcome.Rejected);
    }

    private Task SentAsync(int requests, TimeSpan advance) => SentAsync(requests, null, advance);

    // Until so many requests were seen (and delayed); time passes in between.
    private async Task SentAsync(int requests, FaultRule? struck = null, TimeSpan advance = default)
    {
        using CancellationTokenSource limit = new(TimeSpan.FromSeconds(30));
        while (_bench.Proxy.Requests("insertTablet") < requests || struck?.Struck < requests)
        {
            limit.Token.ThrowIfCancellationRequested();
            if (_clock.ArmedTimers > 1)
            {
                _clock.Advance(advance); // beside the call's own limit there is the wait before the repeat
            }

            await Task.Delay(1, limit.Token);
        }
    }
}
