using IoTDB.Testing;
using IoTDB.Wire.Messages;
using Shouldly;
using Xunit;

namespace IoTDB.Embedded.Tests.Typed;

/// <summary>Statuses of tablets, as both servers give them.</summary>
public sealed class TypedTabletTests
{
    [Theory, EmbeddedServer, RealServer]
    public async Task A_column_is_converted_where_the_type_of_the_series_is_wider(ServerKind kind)
    {
        await using var probe = await TypedProbe.OpenAsync(kind);
        var device = TypedProbe.Device();

        var answers = await TypeMatrix.AnswersAsync(probe, device, TypeMatrix.Types.Count, (series, i) =>
        {
            var sent = TypeMatrix.Types[i];
            return probe.TabletAsync(device, false, [(int)sent], (series, sent, [ValueOf(sent)]));
        });

        answers.ShouldBe(TypeMatrix.Widening);
        (await probe.RowsAsync($"select c_INT64, c_FLOAT, c_DOUBLE, c_TIMESTAMP, c_TEXT, c_STRING from {device}")).ShouldBe(
        [
            "1 7 7 7 7 null null",
            "2 8 null 8 8 null null",
            "3 null 1.5 1.5 null null null",
            "4 null null 2.5 null null null",
            "5 null null null null text text",
            "8 99 null 99 99 null null",
            "11 null null null null text text",
        ]);
    }

    [Theory, EmbeddedServer, RealServer]
    public async Task Nulls_are_left_out_and_rows_may_come_in_any_order(ServerKind kind)
    {
        await using var probe = await TypedProbe.OpenAsync(kind);
        var plain = TypedProbe.Device();
        var aligned = TypedProbe.Device();
        var answers = new List<string>();
        foreach (var (device, isAligned) in new[] { (plain, false), (aligned, true) })
        {
            answers.Add(await probe.TabletAsync(device, isAligned, [3, 1, 2], ("a", TsDataType.Int32, [3, null, 2]), ("b", TsDataType.Text, ["x", "", null])));
            answers.Add(await probe.TabletAsync(device, isAligned, [4, 4, 5], ("a", TsDataType.Int32, [4, null, 5]), ("b", TsDataType.Text, [null, "y", "z"])));
            answers.Add(await probe.TabletAsync(device, isAligned, [6, 7], ("a", TsDataType.Int32, [null, null]), ("b", TsDataType.Text, ["p", "q"])));
            answers.Add(await probe.TabletAsync(device, isAligned, [8], ("a", TsDataType.Int32, [null]), ("b", TsDataType.Text, [null])));
            answers.Add(await probe.TabletAsync(device, isAligned, [9], ("new", TsDataType.Int32, [null])));
            answers.Add(await probe.TabletAsync(device, isAligned, [], ("a", TsDataType.Int32, [])));
            answers.Add(await probe.TabletAsync(device, isAligned, [10]));
            answers.Add(await probe.TabletAsync(
                device, isAligned, [11, 12, 13, 14, 15, 16, 17, 18, 19], ("a", TsDataType.Int32, [1, null, 3, null, 5, null, 7, null, 9])));
        }

        answers.ShouldBe("200 200 200 200 200 200 200 200 200 200 200 200 200 200 200 200".Split(' '));
        string[] stored =
        [
            "1 null  null",
            "2 2 null null",
            "3 3 x null",
            "4 4 y null",
            "5 5 z null",
            "6 null p null",
            "7 null q null",
            "11 1 null null",
            "13 3 null null",
            "15 5 null null",
            "17 7 null null",
            "19 9 null null",
        ];
        (await probe.RowsAsync($"select a, b, new from {plain}")).ShouldBe(stored);
        (await probe.RowsAsync($"select a, b, new from {aligned}")).ShouldBe(stored);
    }

    [Theory, EmbeddedServer, RealServer]
    public async Task A_column_that_does_not_fit_does_not_keep_the_others_out(ServerKind kind)
    {
        await using var probe = await TypedProbe.OpenAsync(kind);
        var plain = TypedProbe.Device();
        var aligned = TypedProbe.Device();
        var answers = new List<string>();
        foreach (var (device, isAligned) in new[] { (plain, false), (aligned, true) })
        {
            answers.Add(await probe.TabletAsync(device, isAligned, [1], ("a", TsDataType.Int32, [1]), ("b", TsDataType.Int32, [1])));
            answers.Add(await probe.TabletAsync(device, isAligned, [2, 3], ("a", TsDataType.Text, ["x", "y"]), ("b", TsDataType.Int32, [2, 3])));
            answers.Add(await probe.TabletAsync(device, isAligned, [4], ("a", TsDataType.Text, ["x"]), ("b", TsDataType.Text, ["x"])));
            answers.Add(await probe.TabletAsync(device, isAligned, [5], ("a", TsDataType.Text, ["x"]), ("c", TsDataType.Text, ["made"])));
            answers.Add(await probe.TabletAsync(device, isAligned, [6], ("a", TsDataType.Text, [null]), ("b", TsDataType.Int32, [6])));
            answers.Add(await probe.TabletAsync(device, !isAligned, [7], ("a", TsDataType.Int32, [7])));
            answers.Add(await probe.TabletAsync(device, !isAligned, [8], ("a", TsDataType.Int32, [8]), ("d", TsDataType.Int32, [8])));
            answers.Add(await probe.TabletAsync(device, isAligned, [9], ("a", TsDataType.Int32, [9]), ("a", TsDataType.Int32, [10])));
            answers.Add(await probe.TabletAsync(device, isAligned, [10], ("*", TsDataType.Int32, [9])));
            answers.Add(await probe.TabletAsync(device, isAligned, [10], ("a.b", TsDataType.Int32, [9])));
            answers.Add(await probe.TabletAsync(device, isAligned, [10], ("time", TsDataType.Int32, [9])));
            answers.Add(await probe.TabletAsync(device, isAligned, [10_000_000_000_001], ("a", TsDataType.Int32, [9])));
            answers.Add(await probe.TabletAsync(device + ".a", isAligned, [10], ("c", TsDataType.Int32, [9])));
        }

        answers.Add(await probe.TabletAsync("root", false, [10], ("a", TsDataType.Int32, [9])));
        answers.Add(await probe.TabletAsync("plant.d", false, [10], ("a", TsDataType.Int32, [9])));
        answers.Add(await probe.TabletAsync(plain + ".*", false, [10], ("a", TsDataType.Int32, [9])));
        answers.ShouldBe("200 507 507 507 507 200 609 701 509 509 509 701 507 200 507 507 507 507 200 609 701 509 509 509 701 507 301 301 507".Split(' '));
        (await probe.RowsAsync($"select a, b, c, d from {plain}")).ShouldBe(
        [
            "1 1 1 null",
            "2 null 2 null",
            "3 null 3 null",
            "5 null null made",
            "6 null 6 null",
            "7 7 null null",
        ]);
        (await probe.RowsAsync($"select a, b, c, d from {aligned}")).ShouldBe(
        [
            "1 1 1 null",
            "2 null 2 null",
            "3 null 3 null",
            "5 null null made",
            "6 null 6 null",
            "7 7 null null",
        ]);
    }

    [Theory, EmbeddedServer, RealServer]
    public async Task Rows_older_than_the_lifetime_of_their_device_are_refused(ServerKind kind)
    {
        await using var probe = await TypedProbe.OpenAsync(kind);
        var device = TypedProbe.Device();
        var other = TypedProbe.Device();
        const long future = 4_102_444_800_000;
        await probe.SqlAsync($"set ttl to {device} 1000");
        string[] answers =
        [
            await probe.TabletAsync(device, false, [1, 2], ("a", TsDataType.Int32, [1, 2])),
            await probe.TabletAsync(device, false, [1, future], ("a", TsDataType.Int32, [1, 2])),
            await probe.TabletAsync(device, false, [future + 1], ("a", TsDataType.Text, ["x"])),
            await probe.TabletAsync(device, false, [1, future + 2], ("a", TsDataType.Text, ["x", "y"])),
            await Tablets(probe, false, (device, [1], [("a", TsDataType.Int32, [1])]), (other, [1], [("a", TsDataType.Int32, [1])])),
            await Tablets(probe, false, (other, [2], [("a", TsDataType.Int32, [2])]), (device, [1], [("a", TsDataType.Int32, [1])]), (device, [future + 3], [("a", TsDataType.Int32, [1])])),
            await Tablets(probe, false, (device, [1, 2], [("a", TsDataType.Int32, [1, 2])]), (device, [3], [("a", TsDataType.Int32, [1])])),
        ];

        answers.ShouldBe("607 607 507 507 607 607 607".Split(' '));
        (await probe.RowsAsync($"select a from {device}")).ShouldBe(["4102444800000 2", "4102444800003 1"]);
        await probe.SqlAsync($"unset ttl to {device}");
        (await probe.RowsAsync($"select a from {device}")).ShouldBe(["4102444800000 2", "4102444800003 1"]);
        (await probe.RowsAsync($"select a from {other}")).ShouldBe(["1 1", "2 2"]);
    }

    [Theory, EmbeddedServer, RealServer]
    public async Task Tablets_of_many_devices_are_stored_each_for_itself(ServerKind kind)
    {
        await using var probe = await TypedProbe.OpenAsync(kind);
        string[] d = [TypedProbe.Device(), TypedProbe.Device()];
        (string, TsDataType, object?[])[] good = [("a", TsDataType.Int32, [1])];
        (string, TsDataType, object?[])[] bad = [("a", TsDataType.Text, ["x"])];
        string[] answers =
        [
            await Tablets(probe, false, (d[0], [1, 11], [("a", TsDataType.Int32, [1, 1])]), (d[1], [1], good)),
            await Tablets(probe, false, (d[0], [2], bad), (d[1], [2], good)),
            await Tablets(probe, false, (d[0], [3], bad), (d[1], [3], bad)),
            await Tablets(probe, true, (d[0], [4], [("new", TsDataType.Int32, [1])]), (d[1], [4], good)),
            await Tablets(probe, false, (d[0], [5], good), (d[0], [5, 6], [("a", TsDataType.Int32, [55, 66])])),
            await Tablets(probe, false, ("root", [7], good), (d[1], [7], good)),
            await Tablets(probe, false, (d[0], [8], [("*", TsDataType.Int32, [1])]), (d[1], [8], good)),
            await Tablets(probe, false, (d[0], [], [("a", TsDataType.Int32, [])]), (d[1], [9], good)),
            await Tablets(probe, false),
        ];

        answers.ShouldBe("200 507 507 609 200 301 509 200 200".Split(' '));
        (await probe.RowsAsync($"select a from {d[0]}")).ShouldBe(["1 1", "5 55", "6 66", "11 1"]);
        (await probe.RowsAsync($"select a from {d[1]}")).ShouldBe(["1 1", "2 1", "9 1"]);
    }

    private static Task<string> Tablets(
        TypedProbe probe, bool aligned, params (string Device, long[] Times, (string Name, TsDataType Type, object?[] Values)[] Columns)[] tablets) => probe.SendAsync(
        Methods.InsertTablets,
        new InsertTabletsRequest(
            probe.SessionId,
            [.. tablets.Select(tablet => tablet.Device)],
            [.. tablets.Select(tablet => tablet.Columns.Select(column => column.Name).ToArray())],
            [.. tablets.Select(tablet => TypedProbe.Columns(tablet.Columns))],
            [.. tablets.Select(tablet => TypedProbe.Times(tablet.Times))],
            [.. tablets.Select(tablet => tablet.Columns.Select(column => (int)column.Type).ToArray())],
            [.. tablets.Select(tablet => tablet.Times.Length)],
            aligned));

    private static object ValueOf(TsDataType type) => type switch
    {
        TsDataType.Boolean => true,
        TsDataType.Int32 => 7,
        TsDataType.Int64 => 8L,
        TsDataType.Float => 1.5f,
        TsDataType.Double => 2.5,
        TsDataType.Date => new DateOnly(2024, 2, 29),
        TsDataType.Timestamp => 99L,
        _ => "text",
    };
}
