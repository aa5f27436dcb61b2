using IoTDB.Testing;
using Shouldly;
using Xunit;

namespace IoTDB.Client.Tests.Sessions;

public sealed class RecordTests
{
    [Theory, EmbeddedServer, RealServer]
    public async Task InsertRecord_stores_every_type(ServerKind kind)
    {
        await using SessionFixture fixture = await SessionFixture.OpenAsync(kind);
        string device = SessionFixture.Device();
        DateTimeOffset instant = new(2026, 1, 2, 3, 4, 5, TimeSpan.Zero);
        Record record = new Record(device, 7L).Add("bo", true).Add("i4", 4).Add("i8", 8L).Add("f4", 4.5f).Add("f8", 8.5)
            .Add("tx", "t").Add("st", "s", TsDataType.String).Add("bl", [1, 2]).Add("da", new DateOnly(2026, 1, 2)).Add("ts", instant);

        await fixture.Session.InsertRecordAsync(record);

        (await fixture.RowsAsync($"select bo, i4, i8, f4, f8, tx, st, bl, da, ts from {device}")).ShouldBe(
            ["7 true 4 8 4.5 8.5 t s 0102 2026-01-02 2026-01-02T03:04:05.0000000+00:00"]);
    }

    [Theory, EmbeddedServer, RealServer]
    public async Task InsertAlignedRecord_makes_an_aligned_device(ServerKind kind)
    {
        await using SessionFixture fixture = await SessionFixture.OpenAsync(kind);
        string device = SessionFixture.Device();

        await fixture.Session.InsertAlignedRecordAsync(new Record(device, DateTimeOffset.UnixEpoch.AddSeconds(1)).Add("a", 1));

        await using ResultSet devices = await fixture.Session.ExecuteQueryAsync($"show devices {device}");
        (await devices.ReadAsync()).ShouldBeTrue();
        devices.GetString("IsAligned").ShouldBe("true");
    }

    [Theory, EmbeddedServer, RealServer]
    public async Task InsertRecords_and_InsertAlignedRecords_store_many_devices(ServerKind kind)
    {
        await using SessionFixture fixture = await SessionFixture.OpenAsync(kind);
        string[] devices = [SessionFixture.Device(), SessionFixture.Device(), SessionFixture.Device(), SessionFixture.Device()];

        await fixture.Session.InsertRecordsAsync(
            [new Record(devices[0], 1L).Add("a", 1), new Record(devices[1], 2L).Add("b", "x"), new Record(devices[0], 2L).Add("a", 2), new Record(devices[1], 9L)]);
        await fixture.Session.InsertAlignedRecordsAsync([new Record(devices[2], 1L).Add("a", 1).Add("c", 2.5), new Record(devices[3], 2L).Add("a", 2)]);

        (await fixture.RowsAsync($"select a from {devices[0]}")).ShouldBe(["1 1", "2 2"]);
        (await fixture.RowsAsync($"select b from {devices[1]}")).ShouldBe(["2 x"]);
        (await fixture.RowsAsync($"select a, c from {devices[2]}")).ShouldBe(["1 1 2.5"]);
        (await fixture.RowsAsync($"select a from {devices[3]}")).ShouldBe(["2 2"]);
    }

    [Theory, EmbeddedServer, RealServer]
    public async Task InsertRecordsOfOneDevice_sorts_by_time(ServerKind kind)
    {
        await using SessionFixture fixture = await SessionFixture.OpenAsync(kind);
        string plain = SessionFixture.Device();
        string aligned = SessionFixture.Device();

        await fixture.Session.InsertRecordsOfOneDeviceAsync([new Record(plain, 3L).Add("a", 3), new Record(plain, 1L).Add("a", 1).Add("b", true)]);
        await fixture.Session.InsertAlignedRecordsOfOneDeviceAsync([new Record(aligned, 2L).Add("a", 2), new Record(aligned, 1L).Add("a", 1)]);

        (await fixture.RowsAsync($"select a, b from {plain}")).ShouldBe(["1 1 true", "3 3 null"]);
        (await fixture.RowsAsync($"select a from {aligned}")).ShouldBe(["1 1", "2 2"]);
    }

    [Theory, EmbeddedServer, RealServer]
    public async Task InsertStringRecord_lets_the_server_decide_the_types(ServerKind kind)
    {
        await using SessionFixture fixture = await SessionFixture.OpenAsync(kind);
        string plain = SessionFixture.Device();
        string aligned = SessionFixture.Device();

        await fixture.Session.InsertStringRecordAsync(new StringRecord(plain, 1).Add("a", "12").Add("b", "true").Add("c", "hello"));
        await fixture.Session.InsertAlignedStringRecordAsync(new StringRecord(aligned, 1).Add("a", "1.5"));

        (await fixture.RowsAsync($"select a, b, c from {plain}")).ShouldBe(["1 12 true hello"]);
        (await fixture.RowsAsync($"select a from {aligned}")).ShouldBe(["1 1.5"]);
    }

    [Theory, EmbeddedServer, RealServer]
    public async Task InsertStringRecords_in_all_forms(ServerKind kind)
    {
        await using SessionFixture fixture = await SessionFixture.OpenAsync(kind);
        string[] devices = [SessionFixture.Device(), SessionFixture.Device(), SessionFixture.Device(), SessionFixture.Device()];

        await fixture.Session.InsertStringRecordsAsync([new StringRecord(devices[0], 1).Add("a", "1")]);
        await fixture.Session.InsertAlignedStringRecordsAsync([new StringRecord(devices[1], 1).Add("a", "1")]);
        await fixture.Session.InsertStringRecordsOfOneDeviceAsync([new StringRecord(devices[2], 2).Add("a", "2"), new StringRecord(devices[2], 1).Add("a", "1")]);
        await fixture.Session.InsertAlignedStringRecordsOfOneDeviceAsync([new StringRecord(devices[3], 1).Add("a", "1")]);

        foreach (string device in devices)
        {
            (await fixture.RowsAsync($"select a from {device} where time = 1")).ShouldBe(["1 1"]);
        }
    }
}
