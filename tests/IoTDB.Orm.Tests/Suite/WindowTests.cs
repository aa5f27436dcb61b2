using IoTDB.Testing;
using Shouldly;
using Xunit;

namespace IoTDB.Orm.Tests.Suite;

/// <summary>Windows computed by the server, beside the same computed here.</summary>
public sealed class WindowTests
{
    [Theory]
    [EmbeddedServer]
    [RealServer]
    public async Task Every_aggregate_equals_LINQ_and_empty_windows_are_there(ServerKind kind)
    {
        FleetData fleet = await Fleet.OfAsync(kind);
        DateTimeOffset from = Fleet.Start.AddMinutes(-10);
        DateTimeOffset to = Fleet.Start.AddMinutes(72);
        TimeSpan length = TimeSpan.FromMinutes(5);

        var windows = await fleet.One().Between(from, to).Window(length).Aggregate(r => (
            r.Temperature.Avg(), r.Temperature.Sum(), r.Pressure.Max(), r.Total.Min(), r.Running.Count(), r.Note.First(), r.Mode.Last(), r.Bearing.Count())).ToListAsync();

        windows.Count.ShouldBe(17);
        foreach ((Window window, var (avg, sum, max, min, running, note, mode, bearings)) in windows)
        {
            window.Start.ShouldBe(from + (length * windows.FindIndex(row => row.Window == window)));
            window.End.ShouldBe(window.Start + length < to ? window.Start + length : to);
            window.Device.ShouldBe(PumpReading.Device(fleet.Line, "pump1").Path);
            PumpReading[] rows = [.. fleet.Of("pump1").Where(row => row.Time >= window.Start && row.Time < window.End)];
            ShouldBeClose(avg, rows.Average(static row => row.Temperature));
            ShouldBeClose(sum, rows.Any(static row => row.Temperature is not null) ? rows.Sum(static row => row.Temperature) : null);
            max.ShouldBe(rows.Max(static row => row.Pressure));
            min.ShouldBe(rows.Min(static row => row.Total));
            running.ShouldBe(rows.Count(static row => row.Running is not null));
            note.ShouldBe(rows.Select(static row => row.Note).FirstOrDefault(static note => note is not null));
            mode.ShouldBe(rows.Select(static row => row.Mode).LastOrDefault(static mode => mode is not null));
            bearings.ShouldBe(rows.Count(static row => row.Bearing is not null));
        }
    }

    [Theory]
    [EmbeddedServer]
    [RealServer]
    public async Task Several_devices_have_windows_each_and_conditions_look_at_each_by_itself(ServerKind kind)
    {
        FleetData fleet = await Fleet.OfAsync(kind);

        var windows = await fleet.All().Between(Fleet.Start, Fleet.Start.AddHours(1)).Where(r => r.Temperature > 70).Window(TimeSpan.FromMinutes(20))
            .Aggregate(r => (r.Temperature.Max(), r.Quality.Count()), (w, max, n) => (w.Device, w.Start, max, n)).ToListAsync();

        windows.Count.ShouldBe(9);
        foreach ((Client.DevicePath device, DateTimeOffset start, double? max, long n) in windows)
        {
            PumpReading[] rows = [.. fleet.Rows.Where(row => PumpReading.Device(row.Line, row.Pump).Path == device && row.Time >= start && row.Time < start.AddMinutes(20) && row.Temperature > 70)];
            max.ShouldBe(rows.Max(static row => row.Temperature));
            n.ShouldBe(rows.Length);
        }
    }

    [Theory]
    [EmbeddedServer]
    [RealServer]
    public async Task Windows_align_to_an_origin_without_counting_rows_before_the_range(ServerKind kind)
    {
        FleetData fleet = await Fleet.OfAsync(kind);
        DateTimeOffset from = Fleet.Start.AddMinutes(7);

        var windows = await fleet.One().Between(from, Fleet.Start.AddMinutes(33)).Window(TimeSpan.FromMinutes(10)).AlignTo(Fleet.Start.AddDays(-3))
            .Aggregate(r => r.Quality.Count()).ToListAsync();

        windows.Select(static row => (row.Window.Start - Fleet.Start, row.Window.End - Fleet.Start, row.Values)).ShouldBe(
        [
            (TimeSpan.Zero, TimeSpan.FromMinutes(10), 3L), (TimeSpan.FromMinutes(10), TimeSpan.FromMinutes(20), 10L),
            (TimeSpan.FromMinutes(20), TimeSpan.FromMinutes(30), 10L), (TimeSpan.FromMinutes(30), TimeSpan.FromMinutes(33), 3L),
        ]);
    }

    [Theory]
    [EmbeddedServer]
    [RealServer]
    public async Task A_condition_that_is_never_true_leaves_empty_windows(ServerKind kind)
    {
        FleetData fleet = await Fleet.OfAsync(kind);

        var windows = await fleet.One().Between(Fleet.Start, Fleet.Start.AddHours(1)).Where(r => r.Quality > 3000000000).Window(TimeSpan.FromMinutes(30))
            .Aggregate(r => (r.Quality.Count(), r.Quality.Max())).ToListAsync();

        windows.Select(static row => row.Values).ShouldBe([(0L, null), (0L, null)]);
        (await fleet.One().Between(Fleet.Start, Fleet.Start).Window(TimeSpan.FromMinutes(30)).Aggregate(r => r.Quality.Count()).ToListAsync()).ShouldBeEmpty();
    }

    [Theory]
    [EmbeddedServer]
    [RealServer]
    public async Task Filling_repeats_the_window_before_within_a_device_only(ServerKind kind)
    {
        IRepository<PumpReading> pumps = await Sources.RepositoryAsync<PumpReading>(kind);
        string line = TestNames.Unique("line");
        (string Pump, int Minute, int Quality)[] cells = [("a", 1, 1), ("a", 5, 5), ("a", 9, 9), ("b", 2, 20), ("b", 3, 30)];
        await pumps.InsertAsync(cells.Select(cell => new PumpReading { Line = line, Pump = cell.Pump, Time = Fleet.Start.AddMinutes(cell.Minute), Quality = cell.Quality }));
        DateTimeOffset end = Fleet.Start.AddMinutes(10);

        async Task<int?[]> FillAsync(DeviceQuery<PumpReading> query, TimeSpan? within = null) =>
            [.. await query.Window(TimeSpan.FromMinutes(1)).Aggregate(r => r.Quality.Max(), (_, max) => max).FillPrevious(within).ToListAsync()];

        int?[] a = [null, 1, 1, 1, 1, 5, 5, 5, 5, 9];
        int?[] b = [null, null, 20, 30, 30, 30, 30, 30, 30, 30];
        (await FillAsync(pumps.Query(PumpReading.Device(line, "a")).Between(Fleet.Start, end))).ShouldBe(a);
        (await FillAsync(pumps.Query(PumpReading.Devices(line: line)).Between(Fleet.Start, end))).ShouldBe([.. a, .. b]);

        TimeSpan within = TimeSpan.FromMinutes(2);
        int?[] aWithin = [null, 1, 1, 1, null, 5, 5, 5, null, 9];
        int?[] bWithin = [null, null, 20, 30, 30, 30, null, null, null, null];
        (await FillAsync(pumps.Query(PumpReading.Device(line, "a")).Between(Fleet.Start, end), within)).ShouldBe(aWithin);
        (await FillAsync(pumps.Query(PumpReading.Devices(line: line)).Between(Fleet.Start, end), within)).ShouldBe([.. aWithin, .. bWithin]);
    }

    [Fact]
    public void Windows_refuse_what_they_cannot_mean()
    {
        FleetQuery query = new();
        Should.Throw<ArgumentOutOfRangeException>(() => query.Bounded.Window(TimeSpan.Zero));
        Should.Throw<InvalidOperationException>(() => query.Unbounded.Window(TimeSpan.FromMinutes(1))).Message.ShouldContain("start");
        Should.Throw<InvalidOperationException>(() => query.Bounded.Take(3).Window(TimeSpan.FromMinutes(1)));
        Should.Throw<ArgumentException>(() => query.Bounded.Window(TimeSpan.FromTicks(15_000)).Aggregate(r => r.Quality.Count()).ToQueryString()).Message.ShouldContain("ms");
    }

    private static void ShouldBeClose(double? actual, double? expected)
    {
        (actual is null).ShouldBe(expected is null);
        if (expected is { } known)
        {
            actual!.Value.ShouldBe(known, Math.Abs(known) * 1e-12);
        }
    }
}
