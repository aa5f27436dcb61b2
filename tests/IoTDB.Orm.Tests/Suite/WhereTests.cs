using IoTDB.Testing;
using Shouldly;
using Xunit;

namespace IoTDB.Orm.Tests.Suite;

/// <summary>Conditions: the server's answer is what LINQ finds among the same rows, on one device and on all, as rows and as a count.</summary>
public sealed class WhereTests
{
    [Theory]
    [EmbeddedServer]
    [RealServer]
    public Task Numbers_compare(ServerKind kind) => AssertAll(
        kind,
        (r => r.Temperature > 80, row => row.Temperature > 80),
        (r => r.Temperature >= 69 && r.Temperature < 87, row => row.Temperature is >= 69 and < 87),
        (r => 80 < r.Temperature, row => row.Temperature > 80),
        (r => r.Temperature == 64.5, row => row.Temperature == 64.5),
        (r => r.Temperature != 64.5, row => row.Temperature is { } t && t != 64.5),
        (r => r.Quality > 2.5, row => row.Quality > 2.5),
        (r => r.Quality <= -2.5, row => row.Quality <= -2.5),
        (r => r.Quality < 3000000000, row => row.Quality < 3000000000),
        (r => r.Quality > 3000000000, row => row.Quality > 3000000000),
        (r => r.Quality == -3, row => row.Quality == -3),
        (r => r.Total > 100_000_000_700, row => row.Total > 100_000_000_700),
        (r => r.Total <= 1.5e11, row => row.Total <= 1.5e11),
        (r => r.Pressure == 1.1f, row => row.Pressure == 1.1f),
        (r => r.Pressure > 1.1, row => row.Pressure > 1.1),
        (r => r.Pressure <= 1.3, row => row.Pressure <= 1.3),
        (r => r.Pressure < double.PositiveInfinity, row => row.Pressure < double.PositiveInfinity),
        (r => r.Temperature.In(64.5, 69, 1000), row => row.Temperature is 64.5 or 69),
        (r => !r.Quality.In(-10, 0, 10), row => row.Quality is not (null or -10 or 0 or 10)));

    [Theory]
    [EmbeddedServer]
    [RealServer]
    public Task Null_is_asked_for_and_matches_no_comparison(ServerKind kind) => AssertAll(
        kind,
        (r => r.Temperature == null, row => row.Temperature is null),
        (r => r.Temperature != null, row => row.Temperature is not null),
        (r => !(r.Temperature == null), row => row.Temperature is not null),
        (r => r.Note == null && r.Bearing != null, row => row.Note is null && row.Bearing is not null),
        (r => !(r.Temperature > 80), row => row.Temperature <= 80),
        (r => r.Running == null || r.Mode == null, row => row.Running is null || row.Mode is null));

    [Theory]
    [EmbeddedServer]
    [RealServer]
    public Task Booleans_enums_and_converted_types_compare(ServerKind kind) => AssertAll(
        kind,
        (r => r.Running, row => row.Running == true),
        (r => !r.Running, row => row.Running == false),
        (r => r.Running == false && r.Quality > 0, row => row.Running == false && row.Quality > 0),
        (r => r.Mode == PumpMode.Auto, row => row.Mode == PumpMode.Auto),
        (r => r.Mode != PumpMode.Auto, row => row.Mode is PumpMode.Off or PumpMode.Manual),
        (r => r.Mode.In(PumpMode.Off, PumpMode.Manual), row => row.Mode is PumpMode.Off or PumpMode.Manual),
        (r => r.Bearing > new Celsius(45), row => row.Bearing?.Value > 45),
        (r => r.Bearing == new Celsius(45), row => row.Bearing?.Value == 45));

    [Theory]
    [EmbeddedServer]
    [RealServer]
    public Task Text_compares_and_is_searched(ServerKind kind) => AssertAll(
        kind,
        (r => r.Note == "ok", row => row.Note == "ok"),
        (r => r.Note != "ok", row => row.Note is not (null or "ok")),
        (r => r.Note == "", row => row.Note == ""),
        (r => r.Note.In("ok", "OK", "it's 100%"), row => row.Note is "ok" or "OK" or "it's 100%"),
        (r => r.Note.StartsWith("hot"), row => row.Note?.StartsWith("hot", StringComparison.Ordinal) == true),
        (r => !r.Note.StartsWith("hot"), row => row.Note?.StartsWith("hot", StringComparison.Ordinal) == false),
        (r => r.Note.EndsWith("%"), row => row.Note?.EndsWith('%') == true),
        (r => r.Note.Contains("o"), row => row.Note?.Contains('o', StringComparison.Ordinal) == true),
        (r => r.Note.Contains(""), row => row.Note is not null),
        (r => r.Note.Like("h_t%"), row => row.Note is "hot" or "hot spot"),
        (r => r.Note.Matches("^h.t$"), row => row.Note == "hot"),
        (r => !r.Note.Matches("o"), row => row.Note?.Contains('o', StringComparison.Ordinal) == false));

    [Theory]
    [EmbeddedServer]
    [RealServer]
    public Task Conditions_combine(ServerKind kind) => AssertAll(
        kind,
        (r => r.Temperature > 80 && (r.Pressure < 1.35 || !r.Running) && r.Mode == PumpMode.Auto, row => row.Temperature > 80 && (row.Pressure < 1.35 || row.Running == false) && row.Mode == PumpMode.Auto),
        (r => !(r.Temperature > 80 && r.Quality > 0), row => row.Temperature <= 80 || row.Quality <= 0),
        (r => !(r.Temperature > 80 || r.Quality > 0), row => row.Temperature <= 80 && row.Quality <= 0),
        (r => (r.Quality > 5 || r.Quality < -5) && (r.Note == "ok" || r.Note == null), row => row.Quality is > 5 or < -5 && row.Note is "ok" or null && row.Quality is > 5 or < -5));

    private static async Task AssertAll(ServerKind kind, params (Func<PumpReading.Columns, Filter> Where, Func<PumpReading, bool> Linq)[] cases)
    {
        FleetData fleet = await Fleet.OfAsync(kind);
        DateTimeOffset from = Fleet.Start.AddMinutes(3);
        DateTimeOffset to = Fleet.Start.AddMinutes(50);
        foreach ((Func<PumpReading.Columns, Filter> where, Func<PumpReading, bool> linq) in cases)
        {
            DeviceQuery<PumpReading> one = fleet.One("pump-2").Between(from, to).Where(where);
            PumpReading[] expected = [.. fleet.Of("pump-2").Where(row => row.Time >= from && row.Time < to).Where(linq)];
            (await one.ToListAsync()).ShouldBe(expected, false, one.ToQueryString());
            (await one.CountAsync()).ShouldBe(expected.Length, one.ToQueryString());

            DeviceQuery<PumpReading> all = fleet.All().AllTime().Where(where);
            expected = [.. fleet.Rows.Where(linq).OrderBy(static row => row.Time).ThenBy(static row => row.Pump, StringComparer.Ordinal)];
            List<PumpReading> rows = await all.ToListAsync();
            rows.OrderBy(static row => row.Time).ThenBy(static row => row.Pump, StringComparer.Ordinal).ShouldBe(expected, false, all.ToQueryString());
            (await all.CountAsync()).ShouldBe(expected.Length, all.ToQueryString());
        }
    }
}
