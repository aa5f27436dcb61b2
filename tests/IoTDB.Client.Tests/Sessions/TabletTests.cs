using IoTDB.Testing;
using Shouldly;
using Xunit;

namespace IoTDB.Client.Tests.Sessions;

public sealed class TabletTests
{
    private static readonly (string, TsDataType)[] s_everyType =
    [
        ("bo", TsDataType.Boolean), ("i4", TsDataType.Int32), ("i8", TsDataType.Int64), ("f4", TsDataType.Float),
        ("f8", TsDataType.Double), ("tx", TsDataType.Text), ("st", TsDataType.String), ("bl", TsDataType.Blob),
    ];

    [Theory, EmbeddedServer, RealServer]
    public async Task InsertTablet_stores_every_type_with_and_without_values(ServerKind kind)
    {
        await using SessionFixture fixture = await SessionFixture.OpenAsync(kind);
        string device = SessionFixture.Device();
        using Tablet tablet = new(device, s_everyType, capacity: 1);
        tablet.Add(1L, true, 42, 1L << 40, 0.5f, 2.25, "text", "string", new byte[] { 1, 0xFF });
        tablet.Add(2L, (bool?)null, (int?)null, (long?)null, (float?)null, (double?)null, (string?)null, (string?)null, (byte[]?)null);
        tablet.Add(3L, false, int.MinValue, long.MinValue, -1.5f, double.NaN, "", "世界 'x'", Array.Empty<byte>());

        await fixture.Session.InsertTabletAsync(tablet);

        (await fixture.RowsAsync($"select bo, i4, i8, f4, f8, tx, st, bl from {device}")).ShouldBe(
        [
            "1 true 42 1099511627776 0.5 2.25 text string 01FF",
            "3 false -2147483648 -9223372036854775808 -1.5 NaN  世界 'x' ",
        ]);
    }

    [Theory, EmbeddedServer, RealServer]
    public async Task InsertAlignedTablet_stores_dates_and_instants_in_the_servers_precision(ServerKind kind)
    {
        await using SessionFixture fixture = await SessionFixture.OpenAsync(kind);
        string device = SessionFixture.Device();
        DateTimeOffset time = new(2026, 3, 4, 5, 6, 7, 89, TimeSpan.FromHours(2));
        using Tablet tablet = new(device, [("d", TsDataType.Date), ("t", TsDataType.Timestamp)]);
        tablet.Add(time, new DateOnly(2024, 2, 29), time.AddDays(1));
        tablet.Add(time.AddHours(-1), (DateOnly?)null, (DateTimeOffset?)time);

        await fixture.Session.InsertAlignedTabletAsync(tablet);

        await using ResultSet results = await fixture.Session.ExecuteQueryAsync($"select d, t from {device}");
        (await results.ReadAsync()).ShouldBeTrue();
        results.GetTime().ShouldBe(time.AddHours(-1));
        results.GetNullable<DateOnly>($"{device}.d").ShouldBeNull();
        results.Get<DateTimeOffset>($"{device}.t").ShouldBe(time);
        (await results.ReadAsync()).ShouldBeTrue();
        results.GetTime().ShouldBe(time);
        results.GetTime().Offset.ShouldBe(TimeSpan.Zero);
        results.Get<DateOnly>($"{device}.d").ShouldBe(new DateOnly(2024, 2, 29));
        (await results.ReadAsync()).ShouldBeFalse();
    }

    [Theory, EmbeddedServer, RealServer]
    [Fault("F-103"), Fault("F-104")]
    public async Task Unsorted_rows_are_sorted_and_the_later_of_two_equal_times_wins(ServerKind kind)
    {
        await using SessionFixture fixture = await SessionFixture.OpenAsync(kind);
        string device = SessionFixture.Device();
        using Tablet tablet = new(device, [("v", TsDataType.Int32), ("s", TsDataType.Text)]);
        tablet.Add(5L, 50, "five");
        tablet.Add(1L, 10, "one");
        tablet.Add(3L, 30, (string?)null);
        tablet.Add(1L, 11, "one again");

        await fixture.Session.InsertTabletAsync(tablet);

        (await fixture.RowsAsync($"select v, s from {device}")).ShouldBe(["1 11 one again", "3 30 null", "5 50 five"]);
    }

    [Theory, EmbeddedServer, RealServer]
    public async Task InsertTablets_stores_several_devices_in_one_call(ServerKind kind)
    {
        await using SessionFixture fixture = await SessionFixture.OpenAsync(kind);
        string[] devices = [SessionFixture.Device(), SessionFixture.Device(), SessionFixture.Device()];
        Tablet[] tablets = [.. devices.Select(device => new Tablet(device, [("v", TsDataType.Int64)]))];
        for (int i = 0; i < tablets.Length; i++)
        {
            tablets[i].SetTimes([1L, 2L, 3L]);
            tablets[i].Column<long>("v").CopyFrom([i, i * 10, i * 100], isNull: [false, i == 1, false]);
        }

        await fixture.Session.InsertAlignedTabletsAsync(tablets, sorted: true);

        (await fixture.RowsAsync($"select v from {devices[0]}")).ShouldBe(["1 0", "2 0", "3 0"]);
        (await fixture.RowsAsync($"select v from {devices[1]}")).ShouldBe(["1 1", "3 100"]);
        (await fixture.RowsAsync($"select v from {devices[2]}")).ShouldBe(["1 2", "2 20", "3 200"]);
    }

    [Theory, EmbeddedServer, RealServer]
    [Fault("F-109")]
    public async Task A_tablet_above_the_request_limit_travels_in_pieces(ServerKind kind)
    {
        await using SessionFixture fixture = await SessionFixture.OpenAsync(kind, "MaxRequestBytes=20000");
        string device = SessionFixture.Device();
        using Tablet tablet = new(device, [("v", TsDataType.Int64), ("s", TsDataType.Text)]);
        for (int row = 0; row < 3000; row++)
        {
            tablet.Add((long)row, (long)row, new string('x', row % 50));
        }

        await fixture.Session.InsertTabletAsync(tablet);

        (await fixture.RowsAsync($"select count(v), sum(v), count(s) from {device}")).ShouldBe(["3000 4498500 3000"]);
    }

    [Theory, EmbeddedServer, RealServer]
    [Fault("F-109")]
    public async Task One_row_above_the_request_limit_is_refused_before_anything_is_sent(ServerKind kind)
    {
        await using SessionFixture fixture = await SessionFixture.OpenAsync(kind, "MaxRequestBytes=5000");
        string device = SessionFixture.Device();
        using Tablet tablet = new(device, [("s", TsDataType.Text)]);
        tablet.Add(1L, "small");
        tablet.Add(2L, new string('x', 6000));

        IoTDBRequestTooLargeException error = await Should.ThrowAsync<IoTDBRequestTooLargeException>(() => fixture.Session.InsertTabletAsync(tablet));

        error.Outcome.ShouldBe(Outcome.NotSent);
        (await fixture.RowsAsync($"select s from {device}")).ShouldBeEmpty();
    }

    [Theory, EmbeddedServer, RealServer]
    [Fault("F-110"), Fault("F-111")]
    public async Task Names_with_dots_quotes_digits_and_any_script_stay_one_node(ServerKind kind)
    {
        await using SessionFixture fixture = await SessionFixture.OpenAsync(kind);
        DevicePath device = DevicePath.Of("client_tests", TestNames.Unique(), "a.b", "it's `x`", "温度 é", "007", "type", "select");
        using Tablet tablet = new(device, [("flow.rate", TsDataType.Int32), ("1e3", TsDataType.Int32), ("b`c", TsDataType.Int32), ("if", TsDataType.Int32)]);
        tablet.Add(1L, 1, 2, 3, 4);

        await fixture.Session.InsertTabletAsync(tablet);

        string from = new SqlWriter(SqlDialect.Tree, default).Path(device).ToString();
        (await fixture.RowsAsync($"select `flow.rate`, `1e3`, `b``c`, `if` from {from}")).ShouldBe(["1 1 2 3 4"]);
        await using ResultSet devices = await fixture.Session.ExecuteQueryAsync($"show devices {from}");
        (await devices.ReadAsync()).ShouldBeTrue();
        devices.GetString(0).ShouldBe(device.ToString());
    }
}
