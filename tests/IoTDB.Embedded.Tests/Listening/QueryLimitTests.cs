using IoTDB.Conformance.Wire.Replay;
using Shouldly;
using Xunit;

namespace IoTDB.Embedded.Tests.Listening;

/// <summary>What one query may take is an option, and more is a status.</summary>
public sealed class QueryLimitTests : IAsyncLifetime
{
    private const int Rows = 100_000;
    private readonly EmbeddedQueryLimits _limits = new()
    {
        Timeout = TimeSpan.FromMilliseconds(4),
        MaxBufferedRows = 1000,
        MaxOverlappingWindows = 10,
        MaxDistinctValues = 20,
        MaxSeries = 2,
        MaxOpenQueries = 3,
    };

    private EmbeddedIoTDB _server = null!;
    private WireConnection _connection = null!;

    public async Task InitializeAsync()
    {
        _server = await EmbeddedIoTDB.StartAsync(new EmbeddedOptions { TimeProvider = new TickingTimeProvider(), Queries = _limits, MaxBlockRows = 10 });
        _connection = await WireConnection.OpenAsync(_server);
        foreach (var chunk in Enumerable.Range(0, Rows).Chunk(10_000))
        {
            await _connection.RunAsync($"INSERT INTO root.limit.d(time, s) VALUES {string.Join(", ", chunk.Select(row => $"({row}, {row})"))}");
        }
    }

    public async Task DisposeAsync()
    {
        (await _connection.ExecuteAsync("SHOW VERSION")).Status.Code.ShouldBe(200);
        await _connection.DisposeAsync();
        await _server.DisposeAsync();
    }

    [Theory]
    [InlineData("SELECT count(s) FROM root.limit.d", 720)]
    [InlineData("SELECT s FROM root.limit.d WHERE s < 0", 720)]
    [InlineData("SELECT count(s) FROM root.limit.d GROUP BY ([0, 9223372036854775807), 1ms) HAVING count(s) > 1", 720)]
    [InlineData("SELECT s FROM root.limit.d LIMIT 1 OFFSET 90000", 720)]
    [InlineData("SELECT count(s) FROM root.limit.d WHERE time < 100", 200)]
    public async Task The_time_limit_holds_while_a_page_is_made(string sql, int code) =>
        (await _connection.ExecuteAsync(sql, timeout: null)).Status.Code.ShouldBe(code);

    [Fact]
    public async Task A_client_may_ask_for_more_time() =>
        (await _connection.ExecuteAsync("SELECT count(s) FROM root.limit.d", timeout: 60_000)).Status.Code.ShouldBe(200);

    [Theory]
    [InlineData("SELECT s FROM root.limit.d WHERE time < 2000 ORDER BY s", "1000 rows in memory")]
    [InlineData("SELECT count(s) FROM root.limit.d WHERE time < 100 GROUP BY ([0, 1000), 100ms, 1ms)", "more than 10 windows")]
    [InlineData("SELECT mode(s) FROM root.limit.d WHERE time < 100", "20")]
    [InlineData("SELECT d1.s, d2.s, d3.s FROM root.few", "at most 2")]
    public async Task More_than_a_limit_is_refused_and_says_which(string sql, string words)
    {
        await _connection.RunAsync("INSERT INTO root.few.d1(time, s) VALUES (1, 1)");
        await _connection.RunAsync("INSERT INTO root.few.d2(time, s) VALUES (1, 1)");
        await _connection.RunAsync("INSERT INTO root.few.d3(time, s) VALUES (1, 1)");

        var refused = (await _connection.ExecuteAsync(sql)).Status;

        refused.Code.ShouldBeOneOf(301, 701);
        refused.Message!.ShouldContain(words);
    }

    [Fact]
    public async Task A_connection_keeps_so_many_queries_open_and_no_more()
    {
        const string Sql = "SELECT s FROM root.limit.d WHERE time < 100";
        var open = new List<long>();
        for (var i = 0; i < _limits.MaxOpenQueries; i++)
        {
            var begun = await _connection.ExecuteAsync(Sql, fetchSize: 10);
            begun.MoreData.ShouldBe(true);
            open.Add(begun.QueryId!.Value);
        }

        (await _connection.ExecuteAsync(Sql, fetchSize: 10)).Status.Code.ShouldBe(301);
        await _connection.FetchAsync(open[0], 1000);
        (await _connection.ExecuteAsync(Sql, fetchSize: 10)).Status.Code.ShouldBe(200);
    }

    [Fact]
    public async Task A_like_pattern_that_multiplies_with_the_text_is_refused()
    {
        await _connection.RunAsync($"INSERT INTO root.like.d(time, t) VALUES (1, '{new string('a', 60_000)}')");

        var refused = (await _connection.ExecuteAsync($"SELECT t FROM root.like.d WHERE t LIKE '%{new string('a', 20_000)}b'")).Status;

        refused.Code.ShouldBe(301);
        refused.Message!.ShouldContain("LIKE");
    }

    [Fact]
    public async Task Options_that_mean_nothing_are_refused_at_the_start()
    {
        await Should.ThrowAsync<ArgumentOutOfRangeException>(async () => await EmbeddedIoTDB.StartAsync(new() { Queries = _limits with { MaxSeries = 0 } }));
        await Should.ThrowAsync<ArgumentOutOfRangeException>(async () => await EmbeddedIoTDB.StartAsync(new() { Queries = _limits with { Timeout = TimeSpan.Zero } }));
        await Should.ThrowAsync<ArgumentOutOfRangeException>(async () => await EmbeddedIoTDB.StartAsync(new() { MaxFrameBytes = 0 }));
        await Should.ThrowAsync<ArgumentOutOfRangeException>(async () => await EmbeddedIoTDB.StartAsync(new() { Port = 70_000 }));
    }
}
