using IoTDB.Testing;
using Shouldly;
using Xunit;

namespace IoTDB.Client.Tests.Sessions;

public sealed class SchemaTests
{
    [Theory, EmbeddedServer, RealServer]
    public async Task CreateDatabase_and_DeleteDatabases(ServerKind kind)
    {
        await using SessionFixture fixture = await SessionFixture.OpenAsync(kind);
        string database = $"root.{TestNames.Unique("db")}";

        await fixture.Session.CreateDatabaseAsync(database);
        IoTDBSchemaException error = await Should.ThrowAsync<IoTDBSchemaException>(() => fixture.Session.CreateDatabaseAsync(database));
        await fixture.Session.DeleteDatabasesAsync([database]);

        error.StatusCode.ShouldBe(501);
        error.Kind.ShouldBe(SchemaErrorKind.AlreadyExists);
        (await fixture.RowsAsync($"show databases {database}")).ShouldBeEmpty();
    }

    [Theory, EmbeddedServer, RealServer]
    public async Task CreateTimeseries_with_everything_it_can_have(ServerKind kind)
    {
        await using SessionFixture fixture = await SessionFixture.OpenAsync(kind);
        string device = SessionFixture.Device();

        await fixture.Session.CreateTimeseriesAsync(new TimeseriesDefinition($"{device}.t", TsDataType.Double)
        {
            Encoding = TsEncoding.Chimp,
            Compression = TsCompression.Zstd,
            Alias = "temperature",
            Tags = new Dictionary<string, string> { ["unit"] = "°C" },
            Attributes = new Dictionary<string, string> { ["sensor"] = "PT-100" },
        });

        await using ResultSet series = await fixture.Session.ExecuteQueryAsync($"show timeseries {device}.**");
        (await series.ReadAsync()).ShouldBeTrue();
        series.GetString("Timeseries").ShouldBe($"{device}.t");
        series.GetString("Alias").ShouldBe("temperature");
        series.GetString("DataType").ShouldBe("DOUBLE");
        series.GetString("Encoding").ShouldBe("CHIMP");
        series.GetString("Compression").ShouldBe("ZSTD");
        series.GetString("Tags").ShouldBe("{\"unit\":\"°C\"}");
        series.GetString("Attributes").ShouldBe("{\"sensor\":\"PT-100\"}");
    }

    [Theory, EmbeddedServer, RealServer]
    public async Task CreateAlignedTimeseries_and_CreateMultiTimeseries(ServerKind kind)
    {
        await using SessionFixture fixture = await SessionFixture.OpenAsync(kind);
        string aligned = SessionFixture.Device();
        string plain = SessionFixture.Device();

        await fixture.Session.CreateAlignedTimeseriesAsync(
            aligned, [new TimeseriesDefinition("a", TsDataType.Int32), new TimeseriesDefinition("b", TsDataType.Text) { Alias = "bee" }]);
        await fixture.Session.CreateMultiTimeseriesAsync(
            [new TimeseriesDefinition($"{plain}.x", TsDataType.Boolean), new TimeseriesDefinition($"{plain}.y", TsDataType.Float)]);
        IoTDBSchemaException error = await Should.ThrowAsync<IoTDBSchemaException>(
            () => fixture.Session.CreateAlignedTimeseriesAsync(aligned, [new TimeseriesDefinition("a", TsDataType.Int32)]));

        error.Kind.ShouldBe(SchemaErrorKind.AlreadyExists);
        (await fixture.RowsAsync($"count timeseries {aligned}.**")).ShouldBe(["2"]);
        (await fixture.RowsAsync($"count timeseries {plain}.**")).ShouldBe(["2"]);
    }

    [Theory, EmbeddedServer, RealServer]
    public async Task DeleteData_takes_both_ends_and_DeleteTimeseries_takes_all(ServerKind kind)
    {
        await using SessionFixture fixture = await SessionFixture.OpenAsync(kind);
        string device = SessionFixture.Device();
        using Tablet tablet = new(device, [("v", TsDataType.Int32)]);
        tablet.SetTimes([1L, 2L, 3L, 4L]);
        tablet.Column<int>(0).CopyFrom([1, 2, 3, 4]);
        await fixture.Session.InsertTabletAsync(tablet);

        await fixture.Session.DeleteDataAsync([$"{device}.v"], 2, 3);
        List<string> left = await fixture.RowsAsync($"select v from {device}");
        await fixture.Session.DeleteTimeseriesAsync([$"{device}.*"]);

        left.ShouldBe(["1 1", "4 4"]);
        (await fixture.RowsAsync($"count timeseries {device}.**")).ShouldBe(["0"]);
    }

    [Theory, EmbeddedServer, RealServer]
    public async Task SetTimeZone_and_GetTimeZone_and_such_a_session_is_lent_to_nobody_else(ServerKind kind)
    {
        await using SessionFixture fixture = await SessionFixture.OpenAsync(kind, "MaxOpen=1");
        (await fixture.Session.GetTimeZoneAsync()).ShouldBe("UTC");

        await fixture.Session.SetTimeZoneAsync("+05:30");
        string changed = await fixture.Session.GetTimeZoneAsync();
        await fixture.Lease.DisposeAsync();
        await using SessionLease next = await fixture.Source.RentAsync();

        changed.ShouldBe("+05:30");
        (await next.Session.GetTimeZoneAsync()).ShouldBe("UTC");
        await Should.ThrowAsync<IoTDBSyntaxException>(() => next.Session.SetTimeZoneAsync("Mars/Olympus"));
    }
}
