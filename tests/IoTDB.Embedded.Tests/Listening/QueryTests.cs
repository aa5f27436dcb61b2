using IoTDB.Conformance.Wire.Replay;
using IoTDB.Testing;
using Shouldly;
using Xunit;

namespace IoTDB.Embedded.Tests.Listening;

public sealed class QueryTests : IAsyncLifetime
{
    private readonly ManualTimeProvider _time = new();
    private EmbeddedIoTDB _server = null!;

    public async Task InitializeAsync() => _server = await EmbeddedIoTDB.StartAsync(new EmbeddedOptions { TimeProvider = _time, MaxBlockRows = 3 });

    public async Task DisposeAsync() => await _server.DisposeAsync();

    [Fact]
    public async Task A_query_that_takes_longer_than_its_timeout_is_720()
    {
        await using var connection = await WireConnection.OpenAsync(_server);
        await FillAsync(connection, "root.q.d", 20);

        var first = await connection.ExecuteAsync("SELECT s FROM root.q.d", fetchSize: 3);
        _time.Advance(TimeSpan.FromMinutes(2));
        var second = await connection.FetchAsync(first.QueryId!.Value, 3);

        first.Status.Code.ShouldBe(200);
        second.Status.Code.ShouldBe(720);
        (await connection.FetchAsync(first.QueryId!.Value, 3)).HasResultSet.ShouldBeFalse();
    }

    [Fact]
    public async Task Blocks_are_as_small_as_asked_and_hold_every_row()
    {
        await using var connection = await WireConnection.OpenAsync(_server);
        await FillAsync(connection, "root.q.d", 100);

        var rows = await connection.QueryAsync("SELECT s FROM root.q.d", fetchSize: 7);

        rows.Select(row => (long)row[0]!).ShouldBe(Enumerable.Range(0, 100).Select(time => (long)time));
    }

    [Fact]
    public async Task A_query_shows_what_was_there_when_it_began()
    {
        await using var reader = await WireConnection.OpenAsync(_server);
        await using var writer = await WireConnection.OpenAsync(_server);
        await FillAsync(writer, "root.q.d", 50);

        var first = await reader.ExecuteAsync("SELECT s FROM root.q.d", fetchSize: 3);
        await writer.RunAsync("DELETE FROM root.q.d.s");
        await writer.RunAsync("INSERT INTO root.q.d(time, s) VALUES (20, -1), (1000, -1)");

        var rows = new List<object?[]>();
        ResultRows.Add(first, first.QueryResult!, rows);
        var more = first.MoreData == true;
        while (more)
        {
            var page = await reader.FetchAsync(first.QueryId!.Value, 100);
            ResultRows.Add(first, page.QueryResult!, rows);
            more = page.MoreData == true;
        }

        rows.Select(row => (double)row[1]!).ShouldBe(Enumerable.Range(0, 50).Select(value => (double)value));
    }

    [Fact]
    public async Task Readers_and_writers_at_once_lose_nothing()
    {
        const int Writers = 4;
        const int Rows = 300;
        var writing = Enumerable.Range(0, Writers).Select(async writer =>
        {
            await using var connection = await WireConnection.OpenAsync(_server);
            for (var row = 0; row < Rows; row++)
            {
                await connection.RunAsync($"INSERT INTO root.q.d{writer}(time, s) VALUES ({row}, {row})");
            }
        });
        var all = Task.WhenAll(writing);
        await using var reader = await WireConnection.OpenAsync(_server);
        while (!all.IsCompleted)
        {
            foreach (var row in await reader.QueryAsync("SELECT count(s), max_value(s) FROM root.q.d0"))
            {
                ((double)(long)row[0]!).ShouldBe((row[1] as double? ?? -1) + 1);
            }
        }

        await all;
        (await reader.QueryAsync("SELECT count(s) FROM root.q.*")).ShouldHaveSingleItem().ShouldBe(Enumerable.Repeat((object?)(long)Rows, Writers));
    }

    [Theory]
    [InlineData("SELECT s FROM root.q.d LIMIT 9223372036854775807 OFFSET 9223372036854775807")]
    [InlineData("SELECT count(s) FROM root.q.d GROUP BY ([0, 9223372036854775807), 1ms)")]
    [InlineData("SELECT s FROM root.q.d WHERE s REGEXP '(a+)+$'")]
    public async Task What_asks_for_too_much_gets_an_answer_and_the_server_lives(string sql)
    {
        await using var connection = await WireConnection.OpenAsync(_server);
        await FillAsync(connection, "root.q.d", 10);

        var response = await connection.ExecuteAsync(sql, fetchSize: 3);

        response.Status.Code.ShouldBeOneOf(200, 700, 701, 305);
        (await connection.ExecuteAsync("SHOW VERSION")).Status.Code.ShouldBe(200);
    }

    private static Task FillAsync(WireConnection connection, string device, int rows) =>
        connection.RunAsync($"INSERT INTO {device}(time, s) VALUES {string.Join(", ", Enumerable.Range(0, rows).Select(row => $"({row}, {row})"))}");
}
