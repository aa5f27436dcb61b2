using IoTDB.Embedded;
using IoTDB.Testing;
using IoTDB.Wire.Messages;
using Shouldly;
using Xunit;

namespace IoTDB.Client.Tests.Sessions;

/// <summary>Writes of which a part is refused: every row, and every measurement, has its outcome.</summary>
public sealed class PartialFailureTests
{
    private static readonly long s_now = DateTimeOffset.UtcNow.ToUnixTimeMilliseconds();

    [Theory, EmbeddedServer, RealServer]
    [Proves("E-02"), Fault("F-69")]
    public async Task Partial_failure_maps_to_caller_rows(ServerKind kind)
    {
        await using SessionFixture fixture = await SessionFixture.OpenAsync(kind);
        string device = await ExpiringAsync(fixture);
        using Tablet tablet = new(device, [("a", TsDataType.Int32), ("b", TsDataType.Text)]);
        tablet.Add(s_now + 3, 3, "three");
        tablet.Add(1L, 1, "old");
        tablet.Add(s_now + 1, 10, "one");
        tablet.Add(s_now + 3, 30, (string?)null);
        tablet.Add(2L, 2, "old too");
        tablet.Add(s_now + 2, 20, "two");

        IoTDBBatchWriteException error = await Should.ThrowAsync<IoTDBBatchWriteException>(() => fixture.Session.InsertTabletAsync(tablet));

        ListedRows(error).ShouldBe([(0, 1), (0, 4)]);
        error.Failures.ShouldAllBe(failure => failure.Certainty == FailureCertainty.Refused && failure.Device == device && !failure.IsPartialInsert);
        error.Failures.SelectMany(failure => failure.Timestamps).ShouldBe([1L, 2L]);
        error.Failures[0].Error.ShouldBeOfType<IoTDBDataRejectedException>().StatusCode.ShouldBe(607);
        (error.SucceededCount, error.IsTransient, error.Outcome).ShouldBe((4L, false, Outcome.Rejected));
        (await fixture.RowsAsync($"select a, b from {device}")).ShouldBe([$"{s_now + 1} 10 one", $"{s_now + 2} 20 two", $"{s_now + 3} 30 three"]);
    }

    [Theory, EmbeddedServer, RealServer]
    [Proves("E-02"), Proves("E-04"), Fault("F-69")]
    public async Task One_old_row_of_a_thousand_is_named_although_the_tablet_was_split(ServerKind kind)
    {
        await using SessionFixture fixture = await SessionFixture.OpenAsync(kind, "MaxRequestBytes=4200");
        string device = await ExpiringAsync(fixture);
        using Tablet tablet = new(device, [("a", TsDataType.Int64)]);
        for (int row = 0; row < 1000; row++)
        {
            tablet.Add(row == 777 ? 5 : s_now + row, (long)row);
        }

        IoTDBBatchWriteException error = await Should.ThrowAsync<IoTDBBatchWriteException>(() => fixture.Session.InsertAlignedTabletAsync(tablet));

        ListedRows(error).ShouldBe([(0, 777)]);
        error.SucceededCount.ShouldBe(999);
        (await fixture.RowsAsync($"select count(a) from {device}")).ShouldBe(["999"]);
    }

    [Theory, EmbeddedServer, RealServer]
    [Proves("E-05"), Fault("F-68")]
    public async Task Partial_insert_is_reported(ServerKind kind)
    {
        await using SessionFixture fixture = await SessionFixture.OpenAsync(kind);
        foreach (bool aligned in (bool[])[false, true])
        {
            string device = await MistypedAsync(fixture, aligned);
            string other = SessionFixture.Device();
            using Tablet first = new(other, [("a", TsDataType.Int32)]);
            first.Add(1L, 1);
            using Tablet second = new(device, [("a", TsDataType.Int32), ("b.x", TsDataType.Text), ("c", TsDataType.Double)]);
            second.Add(2L, 2, "two", 2.5);
            second.Add(1L, 1, (string?)null, 1.5);
            second.Add(3L, 3, "three", (double?)null);

            IoTDBBatchWriteException error = await Should.ThrowAsync<IoTDBBatchWriteException>(() => aligned
                ? fixture.Session.InsertAlignedTabletsAsync([first, second])
                : fixture.Session.InsertTabletsAsync([first, second]));

            WriteFailure failure = error.Failures.ShouldHaveSingleItem();
            failure.Measurements.ShouldBe(["b.x"]);
            failure.IsPartialInsert.ShouldBeTrue();
            (failure.Item, failure.Device, failure.Certainty).ShouldBe((1, device, FailureCertainty.Refused));
            failure.Rows.ShouldBe([0, 2], "row 1 has no value there");
            failure.Error.ServerMessage!.ShouldContain("b.x");
            error.SucceededCount.ShouldBe(2);
            error.Message.ShouldContain("b.x");
            (await fixture.RowsAsync($"select a, c from {device}")).ShouldBe(["0 0 null", "1 1 1.5", "2 2 2.5", "3 3 null"]);
            (await fixture.RowsAsync($"select a from {other}")).ShouldBe(["1 1"]);
        }
    }

    [Theory, EmbeddedServer, RealServer]
    [Proves("E-02"), Proves("E-05"), Fault("F-68")]
    public async Task Records_are_told_apart_by_measurement(ServerKind kind)
    {
        await using SessionFixture fixture = await SessionFixture.OpenAsync(kind);
        foreach (bool aligned in (bool[])[false, true])
        {
            string device = await MistypedAsync(fixture, aligned);
            string other = SessionFixture.Device();
            Record[] records =
            [
                new Record(device, 1L).Add("a", 1).Add("b.x", 1.5),
                new Record(other, 1L).Add("a", 1),
                new Record(device, 2L).Add("a", 2).Add("b.x", "mistyped"),
                new Record(device, 3L).Add("b.x", "alone"),
                new Record(device, 4L).Add("a", 4),
            ];

            IoTDBBatchWriteException error = await Should.ThrowAsync<IoTDBBatchWriteException>(() => aligned
                ? fixture.Session.InsertAlignedRecordsAsync(records)
                : fixture.Session.InsertRecordsAsync(records));

            error.Failures.Select(failure => (failure.Item, string.Join(',', failure.Measurements), failure.Certainty)).ShouldBe(
                [(2, "b.x", FailureCertainty.Refused), (3, "b.x", FailureCertainty.Refused)]);
            error.SucceededCount.ShouldBe(3);
            (await fixture.RowsAsync($"select a from {device}")).ShouldBe(["0 0", "1 1", "2 2", "4 4"]);
        }
    }

    [Theory, EmbeddedServer, RealServer]
    [Proves("E-02"), Fault("F-69")]
    public async Task Many_records_of_one_shape_are_told_apart_by_row(ServerKind kind)
    {
        await using SessionFixture fixture = await SessionFixture.OpenAsync(kind);
        foreach (bool ofOneDevice in (bool[])[false, true])
        {
            string device = await ExpiringAsync(fixture);
            Record[] records = [.. Enumerable.Range(0, 100).Select(i =>
                new Record(device, i is 20 or 60 ? i : s_now + 1000 - i).Add("a", i).Add("when", DateTimeOffset.UnixEpoch.AddSeconds(i)).Add("s", $"text {i}"))];

            IoTDBBatchWriteException error = await Should.ThrowAsync<IoTDBBatchWriteException>(() => ofOneDevice
                ? fixture.Session.InsertRecordsOfOneDeviceAsync(records)
                : fixture.Session.InsertRecordsAsync(records));

            error.Failures.Select(failure => failure.Item).ShouldBe([20, 60]);
            error.Failures.SelectMany(failure => failure.Timestamps).ShouldBe([20L, 60L]);
            error.SucceededCount.ShouldBe(98);
            (await fixture.RowsAsync($"select count(a), sum(a), count(s) from {device}")).ShouldBe(["98 4870 98"]);
            (await fixture.RowsAsync($"select when, s from {device} where time = {s_now + 1000 - 7}")).ShouldBe(
                [$"{s_now + 1000 - 7} 1970-01-01T00:00:07.0000000+00:00 text 7"]);
        }
    }

    [Theory, EmbeddedServer, RealServer]
    [Proves("E-02"), Proves("E-05"), Fault("F-68")]
    public async Task A_text_that_cannot_be_parsed_is_named_alone(ServerKind kind)
    {
        await using SessionFixture fixture = await SessionFixture.OpenAsync(kind);
        foreach (bool ofOneDevice in (bool[])[false, true])
        {
            string device = SessionFixture.Device();
            await fixture.Session.InsertRecordAsync(new Record(device, 0L).Add("a", 0).Add("b", 0.5));
            StringRecord[] records =
            [
                new StringRecord(device, 1).Add("a", "1").Add("b", "1.5"),
                new StringRecord(device, 2).Add("a", "two").Add("b", "2.5"),
                new StringRecord(device, 3).Add("a", "3").Add("b", "x"),
                new StringRecord(device, 4).Add("a", "4").Add("b", "4.5"),
            ];

            IoTDBBatchWriteException error = await Should.ThrowAsync<IoTDBBatchWriteException>(() => ofOneDevice
                ? fixture.Session.InsertStringRecordsOfOneDeviceAsync(records)
                : fixture.Session.InsertStringRecordsAsync(records));

            error.Failures.Select(failure => (failure.Item, string.Join(',', failure.Measurements))).ShouldBe([(1, "a"), (2, "b")]);
            (await fixture.RowsAsync($"select a, b from {device}")).ShouldBe(["0 0 0.5", "1 1 1.5", "2 null 2.5", "3 3 null", "4 4 4.5"]);
        }
    }

    [Theory, EmbeddedServer, RealServer]
    [Proves("E-05"), Fault("F-71")]
    public async Task A_series_that_changed_its_type_while_running_is_named(ServerKind kind)
    {
        await using SessionFixture fixture = await SessionFixture.OpenAsync(kind);
        string device = SessionFixture.Device();
        using Tablet tablet = new(device, [("a", TsDataType.Int32), ("b", TsDataType.Float)]);
        tablet.Add(1L, 1, 1.5f);
        tablet.Add(2L, 2, 2.5f);
        await fixture.Session.InsertTabletAsync(tablet);
        await fixture.Session.DeleteTimeseriesAsync([$"{device}.b"]);
        await fixture.Session.CreateTimeseriesAsync(new TimeseriesDefinition($"{device}.b", TsDataType.Text));

        IoTDBBatchWriteException error = await Should.ThrowAsync<IoTDBBatchWriteException>(() => fixture.Session.InsertTabletAsync(tablet));

        error.Failures.ShouldHaveSingleItem().Measurements.ShouldBe(["b"]);
        error.Failures[0].Error.ShouldBeOfType<IoTDBSchemaException>().Kind.ShouldBe(SchemaErrorKind.TypeMismatch);
    }

    [Theory, EmbeddedServer, RealServer]
    [Proves("E-02")]
    public async Task The_only_row_of_a_write_gets_the_servers_own_refusal(ServerKind kind)
    {
        await using SessionFixture fixture = await SessionFixture.OpenAsync(kind);
        string device = await ExpiringAsync(fixture);
        IoTDBDataRejectedException error = await Should.ThrowAsync<IoTDBDataRejectedException>(() =>
            fixture.Session.InsertRecordAsync(new Record(device, 1L).Add("a", 1)));
        error.StatusCode.ShouldBe(607);
    }

    [Theory, RealServer]
    [Proves("E-04"), Fault("F-67")]
    public async Task A_device_the_user_may_not_write_is_named(ServerKind kind)
    {
        await using SessionFixture admin = await SessionFixture.OpenAsync(kind);
        string user = $"u{Guid.NewGuid():N}"[..16];
        string[] devices = [SessionFixture.Device(), SessionFixture.Device(), SessionFixture.Device()];
        await admin.Session.ExecuteNonQueryAsync($"create user {user} 'secret123'");
        foreach (string allowed in (string[])[devices[0], devices[2]])
        {
            await admin.Session.InsertRecordAsync(new Record(allowed, 0L).Add("a", 0));
            await admin.Session.ExecuteNonQueryAsync($"grant write on {allowed}.** to user {user}");
        }

        await admin.Session.InsertRecordAsync(new Record(devices[1], 0L).Add("a", 0));
        try
        {
            string server = System.Text.RegularExpressions.Regex.Replace(await TestServer.GetAsync(kind), "(Username|Password)=[^;]*;?", string.Empty);
            await using IoTDBDataSource source = new IoTDBDataSourceBuilder($"{server.TrimEnd(';')};Username={user};Password=secret123").Build();
            await using SessionLease lease = await source.RentAsync();
            Tablet[] tablets = [.. devices.Select(device => new Tablet(device, [("a", TsDataType.Int32)], 2))];
            foreach (Tablet tablet in tablets)
            {
                tablet.Add(1L, 1);
                tablet.Add(2L, 2);
            }

            IoTDBBatchWriteException error = await Should.ThrowAsync<IoTDBBatchWriteException>(() => lease.Session.InsertTabletsAsync(tablets));

            WriteFailure failure = error.Failures.ShouldHaveSingleItem();
            (failure.Item, failure.Device, failure.Certainty).ShouldBe((1, devices[1], FailureCertainty.Refused));
            failure.Error.ShouldBeOfType<IoTDBAuthorizationException>().IsTransient.ShouldBeFalse();
            error.SucceededCount.ShouldBe(4);
        }
        finally
        {
            await admin.Session.ExecuteNonQueryAsync($"drop user {user}");
        }
    }

    [Fact]
    [Proves("E-06"), Fault("F-73")]
    public async Task A_server_that_is_busy_until_the_end_fails_the_write_as_a_whole()
    {
        await using EmbeddedIoTDB server = await EmbeddedIoTDB.StartAsync(new EmbeddedOptions());
        await using IoTDBDataSource source = new IoTDBDataSourceBuilder(server.ConnectionString).Build();
        await using SessionLease lease = await source.RentAsync();
        using Tablet tablet = new("root.busy.d", [("a", TsDataType.Int32)]);
        tablet.Add(1L, 1);
        tablet.Add(2L, 2);

        server.FailNext(1704, "insertTablet", count: 3);
        IoTDBServerBusyException error = await Should.ThrowAsync<IoTDBServerBusyException>(() => lease.Session.InsertTabletAsync(tablet));
        (error.Attempts, error.IsTransient).ShouldBe((3, true));

        server.FailNext(1704, "insertTablet", count: 2);
        await lease.Session.InsertTabletAsync(tablet);
    }

    [Fact]
    [Proves("E-04"), Fault("F-70")]
    public async Task Regions_that_fail_for_now_and_for_good_end_as_one_execution()
    {
        await using EmbeddedIoTDB server = await EmbeddedIoTDB.StartAsync(new EmbeddedOptions());
        await using IoTDBDataSource source = new IoTDBDataSourceBuilder(server.ConnectionString).Build();
        await using SessionLease lease = await source.RentAsync();
        await lease.Session.ExecuteNonQueryAsync("create database root.regions");
        await lease.Session.ExecuteNonQueryAsync("set ttl to root.regions.** 3600000");
        using Tablet tablet = new("root.regions.d", [("a", TsDataType.Int32)]);
        tablet.Add(1L, 1);
        tablet.Add(s_now, 2);
        tablet.Add(s_now + 1, 3);

        // First only late, then late and refused at once, with as many entries as rows.
        server.Faults.AnswerNext(new Status(302, null, [new Status(606, "late", NeedRetry: true)], NeedRetry: true), "insertTablet", afterApplying: true);
        server.Faults.AnswerNext(new Status(302, null, [new Status(606, "late"), new Status(607, "old"), new Status(607, "old")]), "insertTablet", afterApplying: true);

        IoTDBBatchWriteException error = await Should.ThrowAsync<IoTDBBatchWriteException>(() => lease.Session.InsertTabletAsync(tablet));

        ListedRows(error).ShouldBe([(0, 0)]);
        error.Failures[0].Certainty.ShouldBe(FailureCertainty.Refused);
        error.SucceededCount.ShouldBe(2);
    }

    [Fact]
    [Fault("F-72")]
    public async Task A_server_with_a_smaller_limit_gets_smaller_requests()
    {
        await using EmbeddedIoTDB server = await EmbeddedIoTDB.StartAsync(new EmbeddedOptions());
        await using IoTDBDataSource source = new IoTDBDataSourceBuilder(server.ConnectionString).Build();
        await using SessionLease lease = await source.RentAsync();
        using Tablet tablet = new("root.limits.d", [("a", TsDataType.Int64)]);
        for (int row = 0; row < 1000; row++)
        {
            tablet.Add((long)row, (long)row);
        }

        server.FailNext(1705, "insertTablet", count: 2);
        await lease.Session.InsertTabletAsync(tablet);

        await using ResultSet rows = await lease.Session.ExecuteQueryAsync("select count(a) from root.limits.d");
        (await rows.ReadAsync()).ShouldBeTrue();
        rows.Get<long>(0).ShouldBe(1000);
    }

    private static IEnumerable<(int Item, int Row)> ListedRows(IoTDBBatchWriteException error) =>
        error.Failures.SelectMany(failure => failure.Rows.Select(row => (failure.Item, row)));

    // A device whose rows live for an hour.
    private static async Task<string> ExpiringAsync(SessionFixture fixture)
    {
        string device = SessionFixture.Device();
        await fixture.Session.ExecuteNonQueryAsync($"set ttl to {device} 3600000");
        return device;
    }

    // A device with a series of DOUBLE whose name needs quotes.
    private static async Task<string> MistypedAsync(SessionFixture fixture, bool aligned)
    {
        string device = SessionFixture.Device();
        Record record = new Record(device, 0L).Add("a", 0).Add("b.x", 0.5);
        await (aligned ? fixture.Session.InsertAlignedRecordAsync(record) : fixture.Session.InsertRecordAsync(record));
        return device;
    }
}
