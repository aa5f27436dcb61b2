using IoTDB.Testing;
using Shouldly;
using Xunit;

namespace IoTDB.Client.Tests.Sessions;

public sealed class StatementTests
{
    [Theory, EmbeddedServer, RealServer]
    public async Task Rows_written_by_sql_come_back(ServerKind kind)
    {
        await using SessionFixture fixture = await SessionFixture.OpenAsync(kind);
        string device = SessionFixture.Device();
        await fixture.Session.ExecuteNonQueryAsync($"create aligned timeseries {device}(a INT32, b DOUBLE, t TEXT)");
        await fixture.Session.ExecuteNonQueryAsync($"insert into {device}(time, a, b, t) aligned values (1, 10, 1.5, 'x'), (2, 20, 2.5, 'it''s')");
        await fixture.Session.ExecuteNonQueryAsync($"insert into {device}(time, a) aligned values (3, 30)");

        List<string> rows = await fixture.RowsAsync($"select a, b, t from {device}");

        rows.ShouldBe(["1 10 1.5 x", "2 20 2.5 it's", "3 30 null null"]);
    }

    [Theory, EmbeddedServer, RealServer]
    public async Task Columns_are_read_as_spans(ServerKind kind)
    {
        await using SessionFixture fixture = await SessionFixture.OpenAsync(kind);
        string device = SessionFixture.Device();
        await fixture.Session.ExecuteNonQueryAsync($"create aligned timeseries {device}(a INT32, b DOUBLE)");
        await fixture.Session.ExecuteNonQueryAsync($"insert into {device}(time, a, b) aligned values (1, 10, 1.5), (2, 20, 2.5)");
        await fixture.Session.ExecuteNonQueryAsync($"insert into {device}(time, a) aligned values (3, 30)");

        await using ResultSet results = await fixture.Session.ExecuteQueryAsync($"select a, b from {device}");
        List<long> times = [];
        List<int> a = [];
        List<double> b = [];
        List<bool> nulls = [];
        int columnOfA = results.GetOrdinal($"{device}.a");
        int columnOfB = results.GetOrdinal($"{device}.b");
        while (await results.ReadBlockAsync() is { } block)
        {
            times.AddRange(block.Times);
            a.AddRange(block.Values<int>(columnOfA));
            b.AddRange(block.Values<double>(columnOfB));
            for (int row = 0; row < block.Count; row++)
            {
                nulls.Add(!block.Nulls(columnOfB).IsEmpty && block.Nulls(columnOfB)[row]);
            }
        }

        times.ShouldBe([1, 2, 3]);
        a.ShouldBe([10, 20, 30]);
        b[..2].ShouldBe([1.5, 2.5]);
        nulls.ShouldBe([false, false, true]);
    }

    [Theory, EmbeddedServer, RealServer]
    public async Task A_syntax_error_has_its_type_and_code_and_costs_no_connection(ServerKind kind)
    {
        await using SessionFixture fixture = await SessionFixture.OpenAsync(kind);

        IoTDBSyntaxException error = await Should.ThrowAsync<IoTDBSyntaxException>(async () => await fixture.Session.ExecuteNonQueryAsync("selct 1"));

        error.StatusCode.ShouldBe(700);
        error.StatusName.ShouldBe("SQL_PARSE_ERROR");
        error.IsTransient.ShouldBeFalse();
        error.Outcome.ShouldBe(Outcome.Rejected);
        await fixture.Session.PingAsync();
        fixture.Source.Statistics.Opened.ShouldBe(1);
    }

    [Theory, EmbeddedServer, RealServer, Proves("P-02")]
    public async Task Ping_connects_and_returns_the_lease(ServerKind kind)
    {
        await using IoTDBDataSource source = await SessionFixture.SourceAsync(kind);
        source.Statistics.Opened.ShouldBe(0);

        PingResult answer = await source.PingAsync();

        answer.Version.ShouldNotBeNullOrEmpty();
        source.Statistics.ShouldSatisfyAllConditions(
            now => now.Open.ShouldBe(1),
            now => now.Leased.ShouldBe(0),
            now => now.Idle.ShouldBe(1));
    }
}
