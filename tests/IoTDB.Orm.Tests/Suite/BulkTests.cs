using IoTDB.Client;
using IoTDB.Testing;
using Shouldly;
using Xunit;

namespace IoTDB.Orm.Tests.Suite;

/// <summary>Many rows, large rows, streams and columns against a server.</summary>
public sealed class BulkTests
{
    private static readonly DateTimeOffset s_start = new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);

    [Theory]
    [EmbeddedServer]
    [RealServer]
    public async Task Rows_of_many_devices_in_any_order_are_all_there(ServerKind kind)
    {
        IRepository<PumpReading> pumps = await Sources.RepositoryAsync<PumpReading>(kind);
        string line = TestNames.Unique("line");
        int seed = Random.Shared.Next();
        PumpReading[] rows = [.. Enumerable.Range(0, 12_000).Select(i => Row(line, "p" + (i % 60), i / 60) with { Quality = i })];
        new Random(seed).Shuffle(rows);

        InsertResult result = await pumps.InsertAsync(rows);

        (result.Rows, result.Devices).ShouldBe((12_000, 60));
        result.Requests.ShouldBeLessThanOrEqualTo(7, "small tablets of several devices share a request");
        List<PumpReading> stored = await pumps.Query(PumpReading.Devices(line: line)).AllTime().ToListAsync();
        stored.OrderBy(static row => row.Quality).ShouldBe(rows.OrderBy(static row => row.Quality), false, $"seed {seed}");
    }

    [Theory]
    [EmbeddedServer]
    [RealServer]
    [Fault("F-103")]
    public async Task Rows_of_one_time_merge_value_by_value_and_null_leaves_what_is_there(ServerKind kind)
    {
        IRepository<PumpReading> pumps = await Sources.RepositoryAsync<PumpReading>(kind);
        PumpReading row = Row(TestNames.Unique("line"), "p", 1);

        await pumps.InsertAsync([row with { Temperature = 1, Note = "first" }, row with { Temperature = 2, Quality = 7 }, row with { Note = "last" }]);
        await pumps.InsertAsync(row with { Running = true });

        (await pumps.Query(PumpReading.Device(row.Line, "p")).AllTime().ToListAsync()).ShouldHaveSingleItem()
            .ShouldBe(row with { Temperature = 2, Note = "last", Quality = 7, Running = true });
    }

    [Theory]
    [EmbeddedServer]
    [RealServer]
    public async Task A_measurement_the_server_has_with_another_type_is_named_and_all_else_is_stored(ServerKind kind)
    {
        IRepository<PumpReading> pumps = await Sources.RepositoryAsync<PumpReading>(kind);
        string line = TestNames.Unique("line");
        await pumps.InsertAsync([Row(line, "p", 0) with { Quality = 0 }, Row(line, "q", 0) with { Quality = 0 }]);
        IoTDBDataSource source = await Sources.OfAsync(kind);
        await using (SessionLease lease = await source.RentAsync())
        {
            DevicePath device = PumpReading.Device(line, "p").Path;
            await lease.Session.DeleteTimeseriesAsync([$"{device}.note"]);
            await lease.Session.CreateAlignedTimeseriesAsync(device.ToString(), [new TimeseriesDefinition("note", TsDataType.Int32)]);
        }

        IoTDBBatchException failure = await Should.ThrowAsync<IoTDBBatchException>(() => pumps.InsertAsync(
        [
            Row(line, "p", 1) with { Note = "one", Quality = 1 },
            Row(line, "q", 1) with { Note = "one", Quality = 1 },
            Row(line, "p", 2) with { Quality = 2 },
        ]));

        BatchFailure entry = failure.Failures.ShouldHaveSingleItem();
        entry.Measurements.ShouldBe(["note"]);
        (entry.Rows.Single(), entry.Certainty, entry.StatusCode).ShouldBe((0L, FailureCertainty.Refused, 507));
        failure.Stored.Rows.ShouldBe(2);
        (await pumps.Query(PumpReading.Devices(line: line)).AllTime().CountAsync()).ShouldBe(5);
    }

    [Theory]
    [EmbeddedServer]
    [RealServer]
    [Fault("F-107")]
    public async Task A_row_without_any_value_leaves_nothing_behind(ServerKind kind)
    {
        IRepository<PumpReading> pumps = await Sources.RepositoryAsync<PumpReading>(kind);
        string line = TestNames.Unique("line");

        await pumps.InsertAsync([Row(line, "p", 1), Row(line, "p", 2) with { Quality = 2 }, Row(line, "p", 3)]);

        (await pumps.Query(PumpReading.Device(line, "p")).AllTime().ToListAsync()).ShouldHaveSingleItem().Quality.ShouldBe(2);
        (await pumps.Query(PumpReading.Device(line, "p")).AllTime().CountAsync()).ShouldBe(1);
    }

    [Theory]
    [EmbeddedServer]
    [RealServer]
    public async Task A_stream_is_stored_as_it_comes(ServerKind kind)
    {
        IRepository<PumpReading> pumps = await Sources.RepositoryAsync<PumpReading>(kind);
        string line = TestNames.Unique("line");

        InsertResult result = await pumps.InsertAsync(Enumerable.Range(0, 20_000).ToAsyncEnumerable().Select(i => Row(line, "p" + (i % 3), i) with { Quality = i }));

        (result.Rows, result.Devices).ShouldBe((20_000, 3));
        (await pumps.Query(PumpReading.Devices(line: line)).AllTime().CountAsync()).ShouldBe(20_000);
    }

    [Theory]
    [EmbeddedServer]
    [RealServer]
    [Fault("F-109")]
    public async Task Rows_of_twenty_megabytes_travel_in_requests_the_server_answers(ServerKind kind)
    {
        IRepository<PumpReading> pumps = await Sources.RepositoryAsync<PumpReading>(kind);
        string line = TestNames.Unique("line");
        string note = new('x', 100_000);

        InsertResult result = await pumps.InsertAsync(Enumerable.Range(0, 200).Select(i => Row(line, "p", i) with { Note = note }).ToList());

        result.Requests.ShouldBeInRange(3, 6);
        List<PumpReading> stored = await pumps.Query(PumpReading.Device(line, "p")).AllTime().ToListAsync();
        stored.Count.ShouldBe(200);
        stored.ShouldAllBe(row => row.Note == note);
    }

    [Theory]
    [EmbeddedServer]
    [RealServer]
    public async Task Columns_are_stored_without_row_objects(ServerKind kind)
    {
        IRepository<PumpReading> pumps = await Sources.RepositoryAsync<PumpReading>(kind);
        string line = TestNames.Unique("line");
        DateTimeOffset[] times = [.. Enumerable.Range(0, 1000).Select(static i => s_start.AddSeconds(i))];
        using (PumpReading.TabletWriter tablet = PumpReading.RentTablet(PumpReading.Device(line, "p"), times.Length))
        {
            tablet.SetTimes(times);
            tablet.SetTemperature([.. Enumerable.Range(0, 1000).Select(static i => i * 0.5)]);
            tablet.SetPressure([.. Enumerable.Range(0, 1000).Select(static i => i * 2f)], [.. Enumerable.Range(0, 1000).Select(static i => i % 2 == 0)]);

            (await pumps.InsertAsync(tablet)).ShouldBe(new InsertResult(1000, 1, 1));
        }

        List<PumpReading> rows = await pumps.Query(PumpReading.Device(line, "p")).AllTime().ToListAsync();
        rows.ShouldBe(times.Select((time, i) => new PumpReading
        {
            Line = line, Pump = "p", Time = time, Temperature = i * 0.5, Pressure = i % 2 == 0 ? null : i * 2f,
        }));
    }

    [Theory]
    [EmbeddedServer]
    [RealServer]
    public async Task A_query_of_many_pages_streams_all_rows_in_order(ServerKind kind)
    {
        IRepository<PumpReading> pumps = await Sources.RepositoryAsync<PumpReading>(kind);
        string line = TestNames.Unique("line");
        await pumps.InsertAsync(Enumerable.Range(0, 50_000).Select(i => Row(line, "p", i) with { Quality = i }));

        int next = 0;
        await foreach (PumpReading row in pumps.Query(PumpReading.Device(line, "p")).AllTime())
        {
            row.Quality.ShouldBe(next++);
        }

        next.ShouldBe(50_000);
    }

    private static PumpReading Row(string line, string pump, int second) => new() { Line = line, Pump = pump, Time = s_start.AddSeconds(second) };
}
