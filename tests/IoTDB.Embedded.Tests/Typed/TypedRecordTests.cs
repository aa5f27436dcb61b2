using IoTDB.Testing;
using IoTDB.Wire.Messages;
using Shouldly;
using Xunit;

namespace IoTDB.Embedded.Tests.Typed;

/// <summary>Statuses of typed records, as both servers give them.</summary>
public sealed class TypedRecordTests
{
    // A series of every type, and a value of every type for it.
    [Theory, EmbeddedServer, RealServer]
    public async Task A_record_is_converted_where_the_type_of_the_series_is_wider(ServerKind kind)
    {
        await using var probe = await TypedProbe.OpenAsync(kind);
        var device = TypedProbe.Device();
        object[] values = [true, 7, 8L, 1.5f, 2.5, "text", "string".ToCharArray(), new byte[] { 1, 2 }, new DateOnly(2024, 2, 29), DateTime.UnixEpoch];

        var answers = await TypeMatrix.AnswersAsync(probe, device, values.Length, (series, i) => probe.RecordAsync(device, i, false, (series, values[i])));

        answers.ShouldBe(TypeMatrix.Widening);
        (await probe.RowsAsync($"select c_INT64, c_FLOAT, c_DOUBLE from {device}")).ShouldBe(
        [
            "1 7 7 7",
            "2 8 null 8",
            "3 null 1.5 1.5",
            "4 null null 2.5",
            "9 0 null 0",
        ]);
        (await probe.RowsAsync($"select c_TEXT, c_STRING, c_BLOB from {device}")).ShouldBe(
        [
            "5 text text System.Byte[]",
            "6 string string System.Byte[]",
            "7 null null System.Byte[]",
        ]);
        (await probe.RowsAsync($"select c_BOOLEAN, c_INT32, c_DATE, c_TIMESTAMP from {device}")).ShouldBe(
        [
            "0 True null null null",
            "1 null 7 null 7",
            "2 null null null 8",
            "8 null null 20240229 null",
            "9 null null null 0",
        ]);
    }

    [Theory, EmbeddedServer, RealServer]
    public async Task A_string_record_is_read_as_the_type_of_the_series(ServerKind kind)
    {
        await using var probe = await TypedProbe.OpenAsync(kind);
        var device = TypedProbe.Device();
        string[] values = ["true", "1", "-5", "1.5", "1e3", "NaN", "'quoted'", "plain text", "", "null", "X'0a'", "2024-02-29", "'2024-02-29'", "2024-02-29T00:00:00+00:00", "Infinity"];

        var answers = await TypeMatrix.AnswersAsync(probe, device, values.Length, (series, i) => probe.StringRecordAsync(device, i, false, (series, values[i])));

        answers.ShouldBe(
        [
            "BOOLEAN 200 200 507 507 507 507 507 507 507 200 507 507 507 507 507",
            "INT32 507 200 200 507 507 507 507 507 507 200 507 507 507 507 507",
            "INT64 507 200 200 507 507 507 507 507 507 200 507 507 507 507 507",
            "FLOAT 507 200 200 200 200 200 507 507 507 200 507 507 507 507 507",
            "DOUBLE 507 200 200 200 200 200 507 507 507 200 507 507 507 507 507",
            "TEXT 200 200 200 200 200 200 200 200 200 200 200 200 200 200 200",
            "STRING 200 200 200 200 200 200 200 200 200 200 200 200 200 200 200",
            "BLOB 507 507 507 507 507 507 507 507 507 200 200 507 507 507 507",
            "DATE 507 507 507 507 507 507 507 507 507 200 507 200 200 507 507",
            "TIMESTAMP 507 200 200 507 507 507 507 507 507 200 507 200 507 200 507",
        ]);
        (await probe.RowsAsync($"select c_TEXT, c_STRING from {device}")).ShouldBe(
        [
            "0 true true",
            "1 1 1",
            "2 -5 -5",
            "3 1.5 1.5",
            "4 1e3 1e3",
            "5 NaN NaN",
            "6 quoted quoted",
            "7 plain text plain text",
            "8  ",
            "10 X'0a' X'0a'",
            "11 2024-02-29 2024-02-29",
            "12 2024-02-29 2024-02-29",
            "13 2024-02-29T00:00:00+00:00 2024-02-29T00:00:00+00:00",
            "14 Infinity Infinity",
        ]);
        (await probe.RowsAsync($"select c_BOOLEAN, c_INT32, c_INT64, c_FLOAT, c_DOUBLE, c_DATE, c_TIMESTAMP from {device}")).ShouldBe(
        [
            "0 True null null null null null null",
            "1 True 1 1 1 1 null 1",
            "2 null -5 -5 -5 -5 null -5",
            "3 null null null 1.5 1.5 null null",
            "4 null null null 1000 1000 null null",
            "5 null null null NaN NaN null null",
            "11 null null null null null 20240229 1709164800000",
            "12 null null null null null 20240229 null",
            "13 null null null null null null 1709164800000",
        ]);
    }

    [Theory, EmbeddedServer, RealServer]
    public async Task New_series_take_the_type_of_the_value(ServerKind kind)
    {
        await using var probe = await TypedProbe.OpenAsync(kind);
        var typed = TypedProbe.Device();
        var text = TypedProbe.Device();

        string[] answers =
        [
            await probe.RecordAsync(typed, 1, false, ("b", true), ("i", 1), ("l", 1L), ("f", 1f), ("d", 1d), ("t", "x"), ("s", "x".ToCharArray()), ("x", new byte[1]), ("da", new DateOnly(2024, 1, 1)), ("ts", DateTime.UnixEpoch)),
            await probe.StringRecordAsync(text, 1, false, ("b", "true"), ("i", "1"), ("f", "1.5"), ("t", "x"), ("q", "'x'"), ("n", "NaN"), ("x", "X'00'"), ("dt", "2024-01-01"), ("e", ""), ("inf", "Infinity"), ("h", "0x10"), ("m", "-")),
            await probe.StringRecordAsync(text, 1, false, ("nul", "null")),
            await probe.StringRecordAsync(text, 1, false, ("ok", "5"), ("nul", "null")),
        ];

        answers.ShouldBe("200 507 507 507".Split(' '));
        (await Types(probe, typed)).ShouldBe("b BOOLEAN, d DOUBLE, da DATE, f FLOAT, i INT32, l INT64, s STRING, t TEXT, ts TIMESTAMP, x BLOB");
        (await Types(probe, text)).ShouldBe("b BOOLEAN, dt TEXT, e TEXT, f DOUBLE, h TEXT, i DOUBLE, inf DOUBLE, m TEXT, n DOUBLE, ok DOUBLE, q TEXT, t TEXT, x BLOB");
    }

    [Theory, EmbeddedServer, RealServer]
    public async Task Names_and_paths_are_checked(ServerKind kind)
    {
        await using var probe = await TypedProbe.OpenAsync(kind);
        var device = TypedProbe.Device();
        string[] answers =
        [
            await probe.RecordAsync(device, 1, false, ("a", 1), ("a", 2)),
            await probe.RecordAsync(device, 1, false, ("time", 1)),
            await probe.RecordAsync(device, 1, false, ("a.b", 1)),
            await probe.RecordAsync(device, 1, false, ("`a.b`", 1)),
            await probe.RecordAsync(device, 1, false, ("a b", 1)),
            await probe.RecordAsync(device, 1, false, ("1", 1)),
            await probe.RecordAsync(device, 1, false, ("`1`", 1)),
            await probe.RecordAsync(device, 1, false, ("*", 1)),
            await probe.RecordAsync(device, 1, false, ("a*", 1)),
            await probe.RecordAsync(device, 1, false, ("", 1)),
            await probe.RecordAsync(device, 1, false, ("select", 1)),
            await probe.RecordAsync(device, 1, false, ("温度", 1)),
            await probe.RecordAsync(device, 1, false, ("é", 1)),
            await probe.RecordAsync(device, 1, false),
            await probe.RecordAsync("root", 1, false, ("a", 1)),
            await probe.RecordAsync("plant.d", 1, false, ("a", 1)),
            await probe.RecordAsync("", 1, false, ("a", 1)),
            await probe.RecordAsync(device + ".*", 1, false, ("a", 1)),
            await probe.RecordAsync(device + "..x", 1, false, ("a", 1)),
            await probe.RecordAsync(device + ".`b c`", 1, false, ("a", 1)),
            await probe.RecordAsync(device + ".b c", 1, false, ("a", 1)),
            await probe.RecordAsync(device + ".1", 1, false, ("a", 1)),
            await probe.RecordAsync(device + ".1a", 1, false, ("a", 1)),
            await probe.RecordAsync(device + ".a.b", 1, false, ("c", 1)),
            await probe.RecordAsync(device, 10_000_000_000_001, false, ("a", 1)),
            await probe.RecordAsync(device, long.MinValue, false, ("a", 1)),
        ];

        answers.ShouldBe("701 509 509 200 509 509 200 509 507 509 200 200 509 200 301 301 509 507 509 200 509 509 200 200 701 507".Split(' '));
    }

    [Theory, EmbeddedServer, RealServer]
    public async Task Alignment_is_decided_by_the_first_record(ServerKind kind)
    {
        await using var probe = await TypedProbe.OpenAsync(kind);
        var aligned = TypedProbe.Device();
        var plain = TypedProbe.Device();
        string[] answers =
        [
            await probe.RecordAsync(aligned, 1, true, ("a", 1), ("b", 2)),
            await probe.RecordAsync(aligned, 2, false, ("a", 1)),
            await probe.RecordAsync(aligned, 3, false, ("c", 1)),
            await probe.RecordAsync(aligned, 4, false, ("a", 1), ("c", 1)),
            await probe.RecordAsync(plain, 1, false, ("a", 1), ("b", 2)),
            await probe.RecordAsync(plain, 2, true, ("a", 1)),
            await probe.RecordAsync(plain, 3, true, ("c", 1)),
            await probe.RecordAsync(aligned, 5, true, ("a", "wrong"), ("b", 3)),
            await probe.RecordAsync(plain, 5, false, ("a", "wrong"), ("b", 3)),
            await probe.RecordAsync(plain, 6, false, ("a", "wrong"), ("new", 3)),
        ];

        answers.ShouldBe("200 200 609 609 200 200 609 507 507 507".Split(' '));
        (await probe.RowsAsync($"select a, b from {aligned}")).ShouldBe(["1 1 2", "2 1 null", "5 null 3"]);
        (await probe.RowsAsync($"select a, b, new from {plain}")).ShouldBe(["1 1 2 null", "2 1 null null", "5 null 3 null", "6 null null 3"]);
    }

    [Theory, EmbeddedServer, RealServer]
    public async Task Records_of_many_devices_are_stored_each_for_itself(ServerKind kind)
    {
        await using var probe = await TypedProbe.OpenAsync(kind);
        string[] d = [TypedProbe.Device(), TypedProbe.Device(), TypedProbe.Device()];
        await probe.RecordAsync(d[0], 1, false, ("a", 1));
        await probe.SqlAsync($"set ttl to {d[2]} 1000");
        string[] one = ["a"];
        string[] answers =
        [
            await Records(probe, false, (d[0], 2, one, [2]), (d[1], 2, one, [2])),
            await Records(probe, false, (d[0], 3, one, ["x"]), (d[1], 3, one, [3])),
            await Records(probe, false, (d[0], 4, one, ["x"]), (d[1], 4, one, ["x"])),
            await Records(probe, false, (d[0], 5, ["a", "b"], ["x", 5]), (d[1], 5, ["a", "b"], [5, 5])),
            await Records(probe, true, (d[0], 6, ["zz"], [6]), (d[1], 6, one, [6])),
            await Records(probe, false, (d[2], 6, one, [6]), (d[1], 7, one, [7])),
            await Records(probe, false, (d[2], 6, one, [6]), (d[2], 7, one, [7])),
            await Records(probe, false, (d[2], 6, one, [6]), (d[0], 8, one, ["x"])),
            await Records(probe, false, (d[0], 9, ["*"], [6]), (d[1], 9, one, [9])),
            await Records(probe, false, (d[0], 10, ["a", "a"], [6, 6]), (d[1], 10, one, [9])),
            await Records(probe, false, ("root", 10, one, [6]), (d[1], 11, one, [9])),
            await Records(probe, false, (d[0], 12, [], []), (d[1], 12, one, [12])),
            await Records(probe, false),
            await OfOneDevice(probe, d[0], (20, one, [20]), (21, one, ["x"]), (22, one, [22])),
            await OfOneDevice(probe, d[0], (23, one, ["x"]), (24, ["a", "b"], ["x", 24])),
            await OfOneDevice(probe, d[2], (1, one, [20]), (2, one, [22])),
            await OfOneDevice(probe, d[2], (1, one, [20]), (2, one, [20]), (4102444800000, one, [22])),
            await OfOneDevice(probe, d[2], (1, one, ["x"]), (4102444800001, one, [22])),
            await OfOneDevice(probe, d[0], (26, one, [26]), (25, one, [25])),
            await OfOneDevice(probe, d[0]),
        ];

        await probe.SqlAsync($"unset ttl from {d[2]}");
        answers.ShouldBe("200 507 507 507 609 607 607 507 509 701 301 200 200 507 507 607 302[607] 507 200 200".Split(' '));
        (await probe.RowsAsync($"select a from {d[0]}")).ShouldBe(["1 1", "2 2", "20 20", "22 22", "25 25", "26 26"]);
        (await probe.RowsAsync($"select a from {d[1]}")).ShouldBe(["2 2", "3 3", "5 5", "7 7", "12 12"]);
    }

    private static Task<string> Records(TypedProbe probe, bool aligned, params (string Device, long Time, string[] Names, object[] Values)[] rows) => probe.SendAsync(
        Methods.InsertRecords,
        new InsertRecordsRequest(
            probe.SessionId,
            [.. rows.Select(row => row.Device)],
            [.. rows.Select(row => row.Names)],
            [.. rows.Select(row => TypedProbe.Cells(row.Values))],
            [.. rows.Select(row => row.Time)],
            aligned));

    private static Task<string> OfOneDevice(TypedProbe probe, string device, params (long Time, string[] Names, object[] Values)[] rows) => probe.SendAsync(
        Methods.InsertRecordsOfOneDevice,
        new InsertRecordsOfOneDeviceRequest(
            probe.SessionId,
            device,
            [.. rows.Select(row => row.Names)],
            [.. rows.Select(row => TypedProbe.Cells(row.Values))],
            [.. rows.Select(row => row.Time)],
            false));

    private static async Task<string> Types(TypedProbe probe, string device) =>
        string.Join(", ", (await probe.RowsAsync($"show timeseries {device}.*")).Select(row => row.Split(' ')).Select(cells => $"{cells[0].Split('.')[^1]} {cells[3]}").Order());
}
