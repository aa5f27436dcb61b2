using IoTDB.Testing;
using Shouldly;
using Xunit;

namespace IoTDB.Client.Tests.Sessions;

public sealed class TypedQueryTests
{
    [Theory, EmbeddedServer, RealServer]
    public async Task ExecuteRawDataQuery_is_half_open(ServerKind kind)
    {
        await using SessionFixture fixture = await FilledAsync(kind, out string device);

        await using ResultSet results = await fixture.Session.ExecuteRawDataQueryAsync([$"{device}.v"], 2, 4);

        (await TimesAsync(results)).ShouldBe([2, 3]);
    }

    [Theory, EmbeddedServer, RealServer]
    public async Task ExecuteLastDataQuery_names_the_newest_value(ServerKind kind)
    {
        await using SessionFixture fixture = await FilledAsync(kind, out string device);

        await using ResultSet results = await fixture.Session.ExecuteLastDataQueryAsync([$"{device}.v"]);

        (await results.ReadAsync()).ShouldBeTrue();
        results.GetTimestamp().ShouldBe(5);
        results.GetString("Timeseries").ShouldBe($"{device}.v");
        results.GetString("Value").ShouldBe("50");
        results.GetString("DataType").ShouldBe("INT32");
        (await results.ReadAsync()).ShouldBeFalse();
    }

    [Theory, EmbeddedServer, RealServer]
    public async Task ExecuteAggregationQuery_whole_and_in_windows(ServerKind kind)
    {
        await using SessionFixture fixture = await FilledAsync(kind, out string device);
        SeriesAggregation[] wanted = [new($"{device}.v", AggregateFunction.Count), new($"{device}.v", AggregateFunction.MaxValue)];

        await using (ResultSet whole = await fixture.Session.ExecuteAggregationQueryAsync(wanted))
        {
            (await whole.ReadAsync()).ShouldBeTrue();
            whole.HasTime.ShouldBeFalse();
            whole.Get<long>(0).ShouldBe(5);
            whole.Get<int>(1).ShouldBe(50);
        }

        await using ResultSet windows = await fixture.Session.ExecuteAggregationQueryAsync(wanted, range: (1, 5), window: (2, 2));
        List<string> rows = [];
        while (await windows.ReadAsync())
        {
            rows.Add($"{windows.GetTimestamp()} {windows.Get<long>(0)} {windows.Get<int>(1)}");
        }

        rows.ShouldBe(["1 2 20", "3 2 40"]);
    }

    [Theory, EmbeddedServer, RealServer]
    public async Task ExecuteBatch_stops_at_the_first_failure_and_tells_of_it(ServerKind kind)
    {
        await using SessionFixture fixture = await FilledAsync(kind, out string device);

        int done = await fixture.Session.ExecuteBatchAsync(
            [$"insert into {device}(time, v) values (6, 60)", $"insert into {device}(time, v) values (7, 70)"]);
        await Should.ThrowAsync<IoTDBException>(() => fixture.Session.ExecuteBatchAsync(
            [$"insert into {device}(time, v) values (8, 80)", "nonsense", $"insert into {device}(time, v) values (9, 90)"]));

        done.ShouldBe(2);
        (await fixture.RowsAsync($"select v from {device} where time > 5")).ShouldBe(["6 60", "7 70", "8 80"]);
    }

    [Theory, EmbeddedServer, RealServer]
    public async Task Execute_answers_null_for_a_statement_without_rows(ServerKind kind)
    {
        await using SessionFixture fixture = await FilledAsync(kind, out string device);

        ResultSet? none = await fixture.Session.ExecuteAsync($"insert into {device}(time, v) values (6, 60)");
        await using ResultSet? some = await fixture.Session.ExecuteAsync($"select v from {device} where time = 6");

        none.ShouldBeNull();
        some.ShouldNotBeNull();
        (await TimesAsync(some)).ShouldBe([6]);
    }

    private static Task<SessionFixture> FilledAsync(ServerKind kind, out string device)
    {
        string name = device = SessionFixture.Device();
        return FillAsync(kind, name);
    }

    private static async Task<SessionFixture> FillAsync(ServerKind kind, string device)
    {
        SessionFixture fixture = await SessionFixture.OpenAsync(kind);
        using Tablet tablet = new(device, [("v", TsDataType.Int32)]);
        tablet.SetTimes([1L, 2L, 3L, 4L, 5L]);
        tablet.Column<int>("v").CopyFrom([10, 20, 30, 40, 50]);
        await fixture.Session.InsertTabletAsync(tablet);
        return fixture;
    }

    private static async Task<List<long>> TimesAsync(ResultSet results)
    {
        List<long> times = [];
        while (await results.ReadAsync())
        {
            times.Add(results.GetTimestamp());
        }

        return times;
    }
}
