using IoTDB.Testing;
using Shouldly;
using Xunit;

namespace IoTDB.Client.Tests.Sessions;

public sealed class RawSqlTests
{
    [Theory, EmbeddedServer, RealServer, Proves("S-07")]
    public async Task Interpolation_binds(ServerKind kind)
    {
        await using IoTDBDataSource db = await SessionFixture.SourceAsync(kind);
        DevicePath device = DevicePath.Of("client_tests", TestNames.Unique(), "it's a `device`.");
        DateTimeOffset time = new(2026, 1, 2, 3, 4, 5, 678, TimeSpan.FromHours(9));
        Identifier note = new("no te");
        string text = "x' or '1'='1";

        await db.ExecuteAsync($"insert into {device}(time, {note}, v) values ({time}, {text}, {-1.5}), ({time.AddMilliseconds(1)}, {"other"}, {2.5})");

        List<(DateTimeOffset, double)> rows = [];
        await using ResultSet results = await db.QueryAsync($"select v, {note} from {device} where {note} = {text} and time >= {time}");
        while (await results.ReadAsync())
        {
            rows.Add((results.GetTime(), results.Get<double>(results.Columns.Single(column => column.DataType == TsDataType.Double).Ordinal)));
        }

        rows.ShouldBe([(time.ToUniversalTime(), -1.5)]);
    }

    [Theory, EmbeddedServer, RealServer]
    public async Task Values_and_tuples_are_streamed_and_the_session_goes_back_by_itself(ServerKind kind)
    {
        await using IoTDBDataSource db = await SessionFixture.SourceAsync(kind, "MaxOpen=1");
        DevicePath device = DevicePath.Of("client_tests", TestNames.Unique());
        await db.ExecuteAsync($"create aligned timeseries {device}(a INT32, b TEXT)");
        await db.ExecuteAsync($"insert into {device}(time, a, b) aligned values ({1L}, {10L}, {"x"}), ({2L}, {20L}, {"y"})");

        List<int> values = await ToListAsync(db.Sql<int>($"select a from {device}"));
        List<long> counts = await ToListAsync(db.Sql<long>($"select count(a) from {device}"));
        List<(long, long)> pairs = await ToListAsync(db.Sql<long, long>($"select count(a), count(b) from {device}"));
        await foreach (int first in db.Sql<int>($"select a from {device}"))
        {
            first.ShouldBe(10);
            break;
        }

        values.ShouldBe([10, 20]);
        counts.ShouldBe([2]);
        pairs.ShouldBe([(2, 2)]);
        db.Statistics.ShouldSatisfyAllConditions(
            now => now.Leased.ShouldBe(0),
            now => now.Opened.ShouldBe(1));
    }

    [Fact]
    public void A_type_no_column_can_be_read_as_is_refused_at_once()
    {
        IoTDBDataSource db = new IoTDBDataSourceBuilder("Host=127.0.0.1;Password=x").Build();

        Should.Throw<NotSupportedException>(() => db.Sql<Guid>($"select a from root.x"));
    }

    private static async Task<List<T>> ToListAsync<T>(IAsyncEnumerable<T> rows)
    {
        List<T> list = [];
        await foreach (T row in rows)
        {
            list.Add(row);
        }

        return list;
    }
}
