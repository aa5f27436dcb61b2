using IoTDB.Embedded;
using IoTDB.Testing;
using Microsoft.Extensions.Logging;
using Shouldly;
using Xunit;

namespace IoTDB.Client.Tests.Reliability;

/// <summary>What the log says of calls: category <c>IoTDB.Command</c>, ids 1302 to 1304.</summary>
public sealed class CommandLogTests : IAsyncLifetime, IDisposable
{
    private const string Query = "select a from root.d where b = 'canary'";
    private readonly RecordingLog _log = new();
    private readonly ManualTimeProvider _clock = new();
    private EmbeddedIoTDB _server = null!;
    private FaultBench _bench = null!;

    public async Task InitializeAsync()
    {
        _server = await EmbeddedIoTDB.StartAsync();
        _bench = FaultBench.Start(_server.ConnectionString, clock: _clock);
    }

    public async Task DisposeAsync()
    {
        await _bench.DisposeAsync();
        await _server.DisposeAsync();
    }

    public void Dispose() => _log.Dispose();

    [Theory]
    [InlineData(false, "select a from root.d where b = ?")]
    [InlineData(true, Query)]
    public async Task Statements_are_logged_with_their_values_only_where_that_was_asked_for(bool asked, string shown)
    {
        await using IoTDBDataSource source = Source(sensitive: asked);
        await ReadAsync(source);

        (LogLevel level, string text) = Logged(1302).ShouldHaveSingleItem();
        level.ShouldBe(LogLevel.Debug);
        text.ShouldBe($"SELECT took 0 ms on {source.EndpointStatistics[0].Endpoint}. {shown}");
    }

    [Fact]
    public async Task A_failed_call_is_logged_with_its_status()
    {
        await using IoTDBDataSource source = Source();
        _server.FailNext(507, "executeStatementV2");
        await Should.ThrowAsync<IoTDBException>(() => ReadAsync(source));

        (LogLevel level, string text) = Logged(1303).ShouldHaveSingleItem();
        level.ShouldBe(LogLevel.Debug);
        text.ShouldContain("SELECT failed after 0 ms");
        text.ShouldContain("status 507. select a from root.d where b = ?");
    }

    [Fact]
    public async Task A_query_that_takes_as_long_as_the_threshold_is_warned_of_once()
    {
        await using IoTDBDataSource source = Source("SlowQueryThreshold=00:00:02");
        await ReadAsync(source);
        FaultRule delay = _bench.Proxy.Schedule.Add(new(FaultDirection.ToClient, FaultAction.Delay(TimeSpan.FromSeconds(2))) { Method = "executeStatementV2" });
        Task slow = ReadAsync(source);
        await delay.Reached;
        _clock.Advance(TimeSpan.FromSeconds(2));
        await slow;

        (LogLevel level, string text) = Logged(1304).ShouldHaveSingleItem();
        level.ShouldBe(LogLevel.Warning);
        text.ShouldContain("SELECT took 2000 ms");
        text.ShouldContain("SlowQueryThreshold");
        Logged(1302).Length.ShouldBe(1, "the other query");
    }

    [Fact]
    public async Task A_slow_write_is_no_slow_query()
    {
        await using IoTDBDataSource source = Source("SlowQueryThreshold=00:00:00");
        await using SessionLease lease = await source.RentAsync();
        await FaultBench.WriteAsync(lease.Session, _bench.Device, 1, 1);

        Logged(1304).ShouldBeEmpty();
        Logged(1302).ShouldHaveSingleItem().Text.ShouldStartWith("INSERT took");
    }

    private static async Task ReadAsync(IoTDBDataSource source)
    {
        await using SessionLease lease = await source.RentAsync();
        await using ResultSet rows = await lease.Session.ExecuteQueryAsync(Query);
    }

    private IoTDBDataSource Source(string more = "", bool sensitive = false) =>
        new IoTDBDataSourceBuilder($"Host=127.0.0.1:{_bench.Proxy.Port};Username=root;Password=root;{more}") { LogSensitiveData = sensitive }
            .UseLoggerFactory(_log)
            .UseTimeProvider(_clock)
            .Build();

    private (LogLevel Level, string Text)[] Logged(int id) =>
        [.. _log.Entries.Where(entry => entry.Id == id).Select(entry => (entry.Level, entry.Text))];
}
