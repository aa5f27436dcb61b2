using IoTDB.Testing;
using Shouldly;
using Xunit;

namespace IoTDB.Orm.Tests.Suite;

/// <summary>What is written is read back equal: every data type, its extremes, and any key.</summary>
public sealed class RoundTripTests
{
    private static readonly DateTimeOffset s_start = new(2026, 11, 20, 0, 0, 0, TimeSpan.Zero);

    [Theory]
    [EmbeddedServer]
    [RealServer]
    public async Task One_row_comes_back_equal(ServerKind kind)
    {
        IRepository<PumpReading> pumps = await Sources.RepositoryAsync<PumpReading>(kind);
        var row = new PumpReading
        {
            Line = TestNames.Unique("line"), Pump = "p", Time = s_start, Temperature = 70.25, Pressure = 1.5f, Running = true,
            Mode = PumpMode.Manual, Note = "it's", Bearing = new Celsius(41.5), Quality = -3, Total = long.MaxValue, Operator = "not stored",
        };

        InsertResult result = await pumps.InsertAsync(row);

        result.ShouldBe(new InsertResult(1, 1, 1));
        List<PumpReading> rows = await pumps.Query(PumpReading.Device(row.Line, "p")).AllTime().ToListAsync();
        rows.ShouldHaveSingleItem().ShouldBe(row with { Operator = null });
        (await pumps.LastRowAsync(PumpReading.Device(row.Line, "p"))).ShouldBe(row with { Operator = null });
        (await pumps.LastRowAsync(PumpReading.Device(row.Line, "nothing"))).ShouldBeNull();
    }

    [Theory]
    [EmbeddedServer]
    [RealServer]
    [Fault("F-105")]
    public async Task Every_data_type_keeps_its_extremes(ServerKind kind)
    {
        IRepository<Everything> all = await Sources.RepositoryAsync<Everything>(kind);
        string id = TestNames.Unique();
        List<Everything> rows = Extremes.Rows(id, s_start);

        await all.InsertAsync(rows);

        List<Everything> stored = await all.Query(Everything.Device(id)).AllTime().ToListAsync();
        stored.Count.ShouldBe(rows.Count);
        foreach ((Everything expected, Everything actual) in rows.Zip(stored))
        {
            Extremes.ShouldEqual(actual, expected);
        }
    }

    [Theory]
    [EmbeddedServer]
    [RealServer]
    [Fault("F-106")]
    public async Task Times_before_1970_and_of_any_offset_are_instants(ServerKind kind)
    {
        IRepository<PumpReading> pumps = await Sources.RepositoryAsync<PumpReading>(kind);
        string line = TestNames.Unique("line");
        DateTimeOffset[] times =
        [
            new(1900, 1, 1, 0, 0, 0, 1, TimeSpan.Zero), new(1969, 12, 31, 23, 59, 59, 999, TimeSpan.Zero), DateTimeOffset.UnixEpoch,
            new(2026, 3, 29, 3, 30, 0, TimeSpan.FromHours(2)), new(2200, 1, 1, 0, 0, 0, TimeSpan.FromHours(-12)),
        ];

        await pumps.InsertAsync(times.Select(time => new PumpReading { Line = line, Pump = "p", Time = time, Quality = 1 }));

        List<PumpReading> rows = await pumps.Query(PumpReading.Device(line, "p")).AllTime().ToListAsync();
        rows.Select(static row => row.Time).ShouldBe(times);
        rows.ShouldAllBe(static row => row.Time.Offset == TimeSpan.Zero);
        (await pumps.Query(PumpReading.Device(line, "p")).Between(times[1], times[3]).CountAsync()).ShouldBe(2);
    }

    [Theory]
    [EmbeddedServer]
    [RealServer]
    public async Task A_time_finer_than_the_server_counts_is_cut_in_rows_and_bounds_alike(ServerKind kind)
    {
        IRepository<PumpReading> pumps = await Sources.RepositoryAsync<PumpReading>(kind);
        string line = TestNames.Unique("line");
        DateTimeOffset time = s_start.AddTicks(12_345);

        await pumps.InsertAsync(new PumpReading { Line = line, Pump = "p", Time = time, Quality = 1 });

        PumpReading row = (await pumps.Query(PumpReading.Device(line, "p")).Since(time).ToListAsync()).ShouldHaveSingleItem();
        row.Time.ShouldBe(s_start.AddMilliseconds(1));
        (await pumps.Query(PumpReading.Device(line, "p")).Before(time).ToListAsync()).ShouldBeEmpty();
    }

    [Theory]
    [EmbeddedServer]
    [RealServer]
    public async Task Any_key_names_a_device_of_its_own_and_cannot_become_syntax(ServerKind kind)
    {
        IRepository<PumpReading> pumps = await Sources.RepositoryAsync<PumpReading>(kind);
        string line = TestNames.Unique("line");

        await pumps.InsertAsync(OddText.Keys.Select((key, i) => new PumpReading { Line = line, Pump = key, Time = s_start, Quality = i }));

        for (int i = 0; i < OddText.Keys.Count; i++)
        {
            PumpReading row = (await pumps.Query(PumpReading.Device(line, OddText.Keys[i])).AllTime().ToListAsync()).ShouldHaveSingleItem(OddText.Keys[i]);
            row.Quality.ShouldBe(i, OddText.Keys[i]);
            row.Pump.ShouldBe(OddText.Keys[i]);
        }

        List<PumpReading> fleet = await pumps.Query(PumpReading.Devices(line: line)).AllTime().ToListAsync();
        fleet.Select(static row => row.Pump).ShouldBe(OddText.Keys, ignoreOrder: true);
    }

    [Theory]
    [EmbeddedServer]
    [RealServer]
    public async Task Any_text_is_found_again_by_itself(ServerKind kind)
    {
        IRepository<PumpReading> pumps = await Sources.RepositoryAsync<PumpReading>(kind);
        string line = TestNames.Unique("line");
        DeviceKey<PumpReading> device = PumpReading.Device(line, "p");

        await pumps.InsertAsync(OddText.Values.Select((text, i) => new PumpReading { Line = line, Pump = "p", Time = s_start.AddSeconds(i), Note = text }));

        foreach (string text in OddText.Values)
        {
            DeviceQuery<PumpReading> query = pumps.Query(device).AllTime();
            (await query.Where(r => r.Note == text).ToListAsync()).ShouldHaveSingleItem(text).Note.ShouldBe(text);
            (await query.Where(r => r.Note.In(text, "no such text")).CountAsync()).ShouldBe(1, text);
            (await query.Where(r => r.Note != text).CountAsync()).ShouldBe(OddText.Values.Count - 1, text);
            List<PumpReading> starting = await query.Where(r => r.Note.StartsWith(text)).ToListAsync();
            starting.Select(static row => row.Note).ShouldBe(OddText.Values.Where(value => value.StartsWith(text, StringComparison.Ordinal)), text);
            List<PumpReading> holding = await query.Where(r => r.Note.Contains(text)).ToListAsync();
            holding.Select(static row => row.Note).ShouldBe(OddText.Values.Where(value => value.Contains(text, StringComparison.Ordinal)), text);
        }
    }
}
