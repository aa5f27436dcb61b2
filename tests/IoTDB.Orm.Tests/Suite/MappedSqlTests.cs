using IoTDB.Client;
using IoTDB.Testing;
using Shouldly;
using Xunit;

namespace IoTDB.Orm.Tests.Suite;

/// <summary>Raw SQL that ends in rows of a mapped class, in values, in tuples.</summary>
public sealed class MappedSqlTests
{
    private static readonly DateTimeOffset s_start = new(2026, 3, 1, 0, 0, 0, TimeSpan.Zero);

    [Theory]
    [EmbeddedServer]
    [RealServer]
    public async Task Sql_streams_rows_of_a_mapped_class(ServerKind kind)
    {
        (IoTDBDataSource db, string line) = await FilledAsync(kind);
        DeviceKey<PumpReading> device = PumpReading.Device(line, "p.1");
        Identifier temperature = new("temperature");

        List<PumpReading> rows = await ToListAsync(db.Sql<PumpReading>(
            $"select {temperature}, note from {device.Path} where note = {"it's 2"} and time >= {s_start}"));

        rows.ShouldHaveSingleItem().ShouldBe(
            new PumpReading { Line = line, Pump = "p.1", Time = s_start.AddSeconds(2), Temperature = 2.5, Note = "it's 2" });
    }

    [Theory]
    [EmbeddedServer]
    [RealServer]
    public async Task Sql_reads_the_device_of_each_row_where_the_answer_names_it(ServerKind kind)
    {
        (IoTDBDataSource db, string line) = await FilledAsync(kind);

        List<PumpReading> rows = await ToListAsync(db.Sql<PumpReading>(
            $"select * from {DevicePath.Of("orm_suite", line)}.** where time < {s_start.AddSeconds(2)} align by device"));

        rows.Select(static row => (row.Pump, row.Temperature, row.Note)).ShouldBe(
            [("p.1", 0.5, "it's 0"), ("p.1", 1.5, "it's 1"), ("q", 0.5, "it's 0"), ("q", 1.5, "it's 1")]);
        rows.ShouldAllBe(row => row.Line == line);
    }

    [Theory]
    [EmbeddedServer]
    [RealServer]
    public async Task Sql_streams_values_and_tuples(ServerKind kind)
    {
        (IoTDBDataSource db, string line) = await FilledAsync(kind);
        DevicePath device = PumpReading.Device(line, "q").Path;

        (await ToListAsync(db.Sql<double>($"select temperature from {device}"))).ShouldBe([0.5, 1.5, 2.5]);
        (await ToListAsync(db.Sql<string>($"select note from {device} limit 1"))).ShouldBe(["it's 0"]);
        (await ToListAsync(db.Sql<long, double?>($"select count(temperature), avg(temperature) from {device}"))).ShouldBe([(3L, 1.5)]);
        (await ToListAsync(db.Sql<long, double, double>($"select count(temperature), min_value(temperature), max_value(temperature) from {device}")))
            .ShouldBe([(3L, 0.5, 2.5)]);
    }

    [Theory]
    [EmbeddedServer]
    [RealServer]
    public async Task Sql_says_why_an_answer_makes_no_rows(ServerKind kind)
    {
        (_, string line) = await FilledAsync(kind);
        await using IoTDBDataSource db = new IoTDBDataSourceBuilder(await TestServer.GetAsync(kind)).Build(); // alone, to count its leases
        DevicePath device = PumpReading.Device(line, "q").Path;

        (await FailureAsync<InvalidOperationException>(db.Sql<PumpReading>($"select count(temperature) from {device}"))).Message
            .ShouldContain("have a time");
        (await FailureAsync<InvalidOperationException>(db.Sql<PumpReading>($"select temperature from {DevicePath.Of("orm_suite", line)}.**"))).Message
            .ShouldContain("align by device");
        (await FailureAsync<InvalidOperationException>(db.Sql<PumpReading>($"select temperature + 1 from {device}"))).Message
            .ShouldContain("is a measurement of PumpReading");
        db.Statistics.Leased.ShouldBe(0);
    }

    private static async Task<(IoTDBDataSource Db, string Line)> FilledAsync(ServerKind kind)
    {
        IoTDBDataSource db = await Sources.OfAsync(kind);
        string line = TestNames.Unique("line");
        await db.Repository<PumpReading>().InsertAsync([.. new[] { "p.1", "q" }.SelectMany(pump => Enumerable.Range(0, 3).Select(i =>
            new PumpReading { Line = line, Pump = pump, Time = s_start.AddSeconds(i), Temperature = i + 0.5, Note = $"it's {i}" }))]);
        return (db, line);
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

    private static Task<TException> FailureAsync<TException>(IAsyncEnumerable<PumpReading> rows)
        where TException : Exception => Should.ThrowAsync<TException>(() => ToListAsync(rows));
}
