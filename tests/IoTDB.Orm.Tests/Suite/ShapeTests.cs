using IoTDB.Client;
using IoTDB.Testing;
using Shouldly;
using Xunit;

namespace IoTDB.Orm.Tests.Suite;

/// <summary>Time, order, pages and projections.</summary>
public sealed class ShapeTests
{
    [Theory]
    [EmbeddedServer]
    [RealServer]
    public async Task Time_bounds_are_half_open(ServerKind kind)
    {
        FleetData fleet = await Fleet.OfAsync(kind);
        DateTimeOffset a = Fleet.Start.AddMinutes(10);
        DateTimeOffset b = Fleet.Start.AddMinutes(20);

        (await fleet.One().Between(a, b).CountAsync()).ShouldBe(10);
        (await fleet.One().Between(a.UtcDateTime, b.UtcDateTime).CountAsync()).ShouldBe(10);
        (await fleet.One().Between(TimeRange.Closed(a, b)).CountAsync()).ShouldBe(11);
        (await fleet.One().Since(b).CountAsync()).ShouldBe(40);
        (await fleet.One().Before(a).CountAsync()).ShouldBe(10);
        (await fleet.One().AllTime().CountAsync()).ShouldBe(60);
        (await fleet.One().Between(a, a).CountAsync()).ShouldBe(0);
        (await fleet.One().Between(a, a).ToListAsync()).ShouldBeEmpty();
        (await fleet.One("nothing").AllTime().ToListAsync()).ShouldBeEmpty();
        (await fleet.One("nothing").AllTime().CountAsync()).ShouldBe(0);
        (await fleet.One().Between(a, a.AddTicks(TimeSpan.TicksPerMillisecond)).ToListAsync()).ShouldHaveSingleItem().Time.ShouldBe(a);
    }

    [Theory]
    [EmbeddedServer]
    [RealServer]
    public async Task The_last_hour_counts_back_from_the_clock(ServerKind kind)
    {
        IRepository<PumpReading> pumps = await Sources.RepositoryAsync<PumpReading>(kind);
        string line = TestNames.Unique("line");
        DateTimeOffset now = TimeProvider.System.GetUtcNow();
        await pumps.InsertAsync(new[] { -7200, -3000, -10, 60 }.Select(seconds => new PumpReading { Line = line, Pump = "p", Time = now.AddSeconds(seconds), Quality = seconds }));

        List<PumpReading> rows = await pumps.Query(PumpReading.Device(line, "p")).Last(TimeSpan.FromHours(1)).ToListAsync();

        rows.Select(static row => row.Quality).ShouldBe([-3000, -10, 60]);
    }

    [Theory]
    [EmbeddedServer]
    [RealServer]
    public async Task Rows_come_in_the_order_asked_for(ServerKind kind)
    {
        FleetData fleet = await Fleet.OfAsync(kind);
        DeviceQuery<PumpReading> one = fleet.One().AllTime();
        PumpReading[] rows = [.. fleet.Of("pump1")];

        (await one.ToListAsync()).ShouldBe(rows);
        (await one.OrderByTimeDescending().ToListAsync()).ShouldBe(rows.Reverse());
        (await one.OrderBy(r => r.Temperature).ToListAsync())
            .ShouldBe(rows.OrderBy(static row => row.Temperature is null).ThenBy(static row => row.Temperature).ThenBy(static row => row.Time));
        (await one.OrderByDescending(r => r.Quality).ToListAsync()).ShouldBe(rows.OrderByDescending(static row => row.Quality).ThenBy(static row => row.Time));
        (await one.OrderByDescending(r => r.Note).ToListAsync())
            .ShouldBe(rows.OrderBy(static row => row.Note is null).ThenByDescending(static row => row.Note, StringComparer.Ordinal).ThenBy(static row => row.Time));
        (await one.OrderBy(r => r.Running).ToListAsync())
            .ShouldBe(rows.OrderBy(static row => row.Running is null).ThenBy(static row => row.Running).ThenBy(static row => row.Time));

        List<PumpReading> all = await fleet.All().AllTime().OrderByTime().ToListAsync();
        all.Select(static row => row.Time).ShouldBe(all.Select(static row => row.Time).Order());
        all.ShouldBe(fleet.Rows, ignoreOrder: true);

        List<PumpReading> grouped = await fleet.All().AllTime().ToListAsync();
        grouped.GroupBy(static row => row.Pump).Select(static group => group.Key).Count().ShouldBe(3);
        grouped.Select(static row => row.Pump).Where((pump, i) => i == 0 || grouped[i - 1].Pump != pump).Count().ShouldBe(3, "devices come one after the other");
    }

    [Theory]
    [EmbeddedServer]
    [RealServer]
    public async Task Pages_count_rows_of_the_whole_result(ServerKind kind)
    {
        FleetData fleet = await Fleet.OfAsync(kind);
        DeviceQuery<PumpReading> one = fleet.One().AllTime();
        PumpReading[] rows = [.. fleet.Of("pump1")];

        (await one.Take(7).ToListAsync()).ShouldBe(rows.Take(7));
        (await one.Skip(50).ToListAsync()).ShouldBe(rows.Skip(50));
        (await one.Skip(10).Take(5).ToListAsync()).ShouldBe(rows.Skip(10).Take(5));
        (await one.Take(10).Skip(8).ToListAsync()).ShouldBe(rows.Take(10).Skip(8));
        (await one.Take(10).Skip(20).ToListAsync()).ShouldBeEmpty();
        (await one.Take(0).ToListAsync()).ShouldBeEmpty();
        (await one.Skip(1000).ToListAsync()).ShouldBeEmpty();
        (await one.Skip(10).Take(5).CountAsync()).ShouldBe(5);
        (await one.Skip(58).Take(5).CountAsync()).ShouldBe(2);
        (await one.Skip(100).CountAsync()).ShouldBe(0);
        (await one.OrderByTimeDescending().FirstOrDefaultAsync()).ShouldBe(rows[^1]);
        (await one.Where(r => r.Quality > 100).AnyAsync()).ShouldBeFalse();
        (await fleet.All().AllTime().Take(100).ToListAsync()).Count.ShouldBe(100);
        (await fleet.All().AllTime().Take(100).CountAsync()).ShouldBe(100);
    }

    [Theory]
    [EmbeddedServer]
    [RealServer]
    public async Task Some_columns_become_any_result(ServerKind kind)
    {
        FleetData fleet = await Fleet.OfAsync(kind);
        DeviceQuery<PumpReading> query = fleet.One("pump-2").AllTime().Where(r => r.Quality > 0);
        PumpReading[] rows = [.. fleet.Of("pump-2").Where(static row => row.Quality > 0)];

        var points = await query
            .Select(r => (r.Temperature, r.Pressure, r.Running, r.Mode, r.Note, r.Bearing, r.Quality, r.Total), (row, t, p, on, mode, note, bearing, quality, total) =>
                new PumpReading
                {
                    Line = fleet.Line, Pump = "pump-2", Time = row.Time, Temperature = t, Pressure = p, Running = on, Mode = mode, Note = note, Bearing = bearing,
                    Quality = quality, Total = total,
                })
            .ToListAsync();
        points.ShouldBe(rows);

        // A row in which no chosen column has a value is not part of the answer, unless the condition looks at another one that has.
        var temperatures = await fleet.All().AllTime().Where(r => r.Quality > 0).Select(r => r.Temperature, (row, t) => (row.Device, row.Time, t)).ToListAsync();
        temperatures.Select(static row => (row.Device.ToString(), row.Time, row.t)).ShouldBe(
            fleet.Rows.Where(static row => row.Quality > 0).Select(static row => (PumpReading.Device(row.Line, row.Pump).ToString(), row.Time, row.Temperature)),
            ignoreOrder: true);
    }

    [Theory]
    [EmbeddedServer]
    [RealServer]
    public async Task Devices_are_chosen_by_level(ServerKind kind)
    {
        FleetData fleet = await Fleet.OfAsync(kind);

        (await fleet.Pumps.Query(PumpReading.Devices(line: fleet.Line, pump: "3")).AllTime().ToListAsync()).ShouldBe(fleet.Of("3"));
        (await fleet.Pumps.Query(PumpReading.Devices(line: PathPart.Prefix(fleet.Line), pump: "pump1")).AllTime().ToListAsync()).ShouldBe(fleet.Of("pump1"));
        (await fleet.Pumps.Query(PumpReading.Devices(line: fleet.Line, pump: "nothing")).AllTime().ToListAsync()).ShouldBeEmpty();
        (await fleet.Pumps.Query(PumpReading.Devices(line: "no_such_line")).AllTime().CountAsync()).ShouldBe(0);
    }

    [Theory]
    [EmbeddedServer]
    [RealServer]
    public async Task A_beginning_finds_devices_whose_names_need_quotes_too(ServerKind kind)
    {
        IRepository<PumpReading> pumps = await Sources.RepositoryAsync<PumpReading>(kind);
        string line = TestNames.Unique("line");
        string[] names = ["pump1", "pump-2", "pump 3", "Pump4", "1", "12", "1d", "1e3", "time7", "select1", "x.pump"];
        await pumps.InsertAsync(names.Select(name => new PumpReading { Line = line, Pump = name, Time = Fleet.Start, Quality = 1 }));

        foreach (string prefix in new[] { "pump", "p", "1", "1e3", "time", "select", "x", "nothing" })
        {
            string[] expected = [.. names.Where(name => name.StartsWith(prefix, StringComparison.Ordinal))];
            UnboundedQuery<PumpReading> query = pumps.Query(PumpReading.Devices(line: line, pump: PathPart.Prefix(prefix)));
            (await query.AllTime().ToListAsync()).Select(static row => row.Pump).ShouldBe(expected, ignoreOrder: true, prefix);
            (await query.AllTime().CountAsync()).ShouldBe(expected.Length, prefix);
        }

        await pumps.DeleteAsync(PumpReading.Devices(line: line, pump: PathPart.Prefix("pump")), TimeRange.All);
        (await pumps.Query(PumpReading.Devices(line: line)).AllTime().ToListAsync()).Select(static row => row.Pump)
            .ShouldBe(names.Where(static name => !name.StartsWith("pump", StringComparison.Ordinal)), ignoreOrder: true);
    }

    [Theory]
    [EmbeddedServer]
    [RealServer]
    public async Task Streaming_can_be_left_and_cancelled_and_frees_its_session(ServerKind kind)
    {
        FleetData fleet = await Fleet.OfAsync(kind);
        await using IoTDBDataSource source = new IoTDBDataSourceBuilder(await TestServer.GetAsync(kind)).Build();
        DeviceQuery<PumpReading> query = source.Repository<PumpReading>().Query(PumpReading.Devices(line: fleet.Line)).AllTime();
        int seen = 0;
        await foreach (PumpReading row in query)
        {
            row.Line.ShouldBe(fleet.Line);
            if (++seen == 3)
            {
                break;
            }
        }

        using var cancelled = new CancellationTokenSource();
        await Should.ThrowAsync<OperationCanceledException>(async () =>
        {
            await foreach (PumpReading _ in query.WithCancellation(cancelled.Token))
            {
                await cancelled.CancelAsync();
            }
        });

        List<string> pumps = await query.AsAsyncEnumerable().Select(static row => row.Pump).Distinct().ToListAsync();
        pumps.Count.ShouldBe(3);
        source.Statistics.Leased.ShouldBe(0);
    }

    [Theory]
    [EmbeddedServer]
    [RealServer]
    public async Task Deletes_go_by_device_and_time_only(ServerKind kind)
    {
        IRepository<PumpReading> pumps = await Sources.RepositoryAsync<PumpReading>(kind);
        List<PumpReading> rows = Fleet.Rows(TestNames.Unique("deleted"));
        await pumps.InsertAsync(rows);
        string line = rows[0].Line;
        DateTimeOffset cutoff = Fleet.Start.AddMinutes(10);

        await pumps.DeleteAsync(PumpReading.Device(line, "pump-2"), TimeRange.Before(cutoff));
        (await pumps.Query(PumpReading.Device(line, "pump-2")).AllTime().CountAsync()).ShouldBe(50);
        (await pumps.Query(PumpReading.Devices(line: line)).AllTime().CountAsync()).ShouldBe(170);

        await pumps.DeleteAsync(PumpReading.Device(line, "3"), TimeRange.Between(cutoff, cutoff));
        await pumps.DeleteAsync(PumpReading.Device(line, "3"), TimeRange.Closed(cutoff, cutoff.AddSeconds(30)));
        (await pumps.Query(PumpReading.Device(line, "3")).AllTime().CountAsync()).ShouldBe(59);

        await pumps.DeleteAsync(PumpReading.Devices(line: line), TimeRange.All);
        (await pumps.Query(PumpReading.Devices(line: line)).AllTime().CountAsync()).ShouldBe(0);
    }
}
