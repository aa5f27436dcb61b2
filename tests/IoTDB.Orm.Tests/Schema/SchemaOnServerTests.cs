using IoTDB.Client;
using IoTDB.Orm.Schema;
using IoTDB.Testing;
using Microsoft.Extensions.Logging.Abstractions;
using Shouldly;
using Xunit;

namespace IoTDB.Orm.Tests.Schema;

/// <summary>Reader, plan, executor and gate against servers. All tests share one database and take nodes of their own.</summary>
public sealed class SchemaOnServerTests
{
    private const string Database = "root.orm_schema";

    private static readonly MeasurementModel[] s_series =
    [
        Schemas.Series("temperature", TsDataType.Float, TsEncoding.Gorilla, TsCompression.Zstd, "t"),
        Schemas.Series(
            "flow.rate",
            tags: new Dictionary<string, string> { ["unit"] = "°C", ["it's"] = "a 'tag', with {braces}: and commas" },
            attributes: new Dictionary<string, string> { ["sensor"] = @"PT\100" }),
        Schemas.Series("type", TsDataType.Int64),
        Schemas.Series("001", TsDataType.Boolean, alias: "a.b"),
        Schemas.Series("温度", TsDataType.Timestamp),
        Schemas.Series("day", TsDataType.Date),
        Schemas.Series("picture", TsDataType.Blob, TsEncoding.Plain),
        Schemas.Series("note", TsDataType.String, TsEncoding.Dictionary),
        Schemas.Series("text", TsDataType.Text, compression: TsCompression.Snappy),
        Schemas.Series("count", TsDataType.Int32, TsEncoding.ZigZag, TsCompression.Lzma2),
    ];

    [Theory]
    [EmbeddedServer]
    [RealServer]
    public async Task Everything_a_class_can_ask_for_is_created_and_read_back(ServerKind kind)
    {
        await using IoTDBDataSource db = await ServerOf(kind);
        string node = TestNames.Unique("all");
        SchemaModel model = Schemas.Model(Entity($"{Database}.{node}.clock"), Entity($"{Database}.{node}.`a.b``c`"), Entity($"{Database}.{node}.`10`"));

        SchemaPlan plan = await Ensure(db, model);

        plan.Steps.OfType<CreateSeriesStep>().Count().ShouldBe(3);
        (await SchemaReader.CompareAsync(new SchemaServer(db), model, CancellationToken.None)).ShouldBeEmpty();
    }

    [Theory]
    [EmbeddedServer]
    [RealServer]
    public async Task Devices_that_exist_get_what_they_lack(ServerKind kind)
    {
        await using IoTDBDataSource db = await ServerOf(kind);
        string node = TestNames.Unique("lack");
        SchemaModel model = Schemas.Model(Entity($"{Database}.{node}.*"));
        await Execute(db, $"CREATE ALIGNED TIMESERIES {Database}.{node}.d1(temperature(t) FLOAT ENCODING=GORILLA COMPRESSOR=ZSTD, elsewhere INT32)");
        await Execute(db, $"CREATE ALIGNED TIMESERIES {Database}.{node}.d2(count INT32 ENCODING=ZIGZAG COMPRESSOR=LZMA2)");

        SchemaPlan plan = await Ensure(db, model);

        plan.Steps.OfType<CreateSeriesStep>().Select(step => (step.Target, step.Measurements.Count))
            .ShouldBe([($"{Database}.{node}.d1", s_series.Length - 1), ($"{Database}.{node}.d2", s_series.Length - 1)]);
        (await SchemaReader.CompareAsync(new SchemaServer(db), model, CancellationToken.None)).ShouldBeEmpty();
    }

    [Theory]
    [EmbeddedServer]
    [RealServer]
    public async Task What_contradicts_is_found_and_left(ServerKind kind)
    {
        await using IoTDBDataSource db = await ServerOf(kind);
        string node = TestNames.Unique("odd");
        SchemaModel model = Schemas.Model(Schemas.Entity("Pump", $"{Database}.{node}.*", Schemas.Series("a", encoding: TsEncoding.Gorilla), Schemas.Series("b")));
        await Execute(db, $"CREATE ALIGNED TIMESERIES {Database}.{node}.d1(a INT32, b DOUBLE)");
        await Execute(db, $"CREATE TIMESERIES {Database}.{node}.d2.a DOUBLE ENCODING=RLE");

        IReadOnlyList<SchemaDifference> differences = await SchemaReader.CompareAsync(new SchemaServer(db), model, CancellationToken.None);

        differences.Where(difference => difference.Kind != SchemaDifferenceKind.DatabaseMissing).Select(difference => difference.ToString()).ShouldBe(
        [
            $"{Database}.{node}.d1: measurement a has data type INT32, Pump needs DOUBLE",
            $"{Database}.{node}.d1: measurement a has encoding TS_2DIFF, Pump asks for GORILLA",
            $"device {Database}.{node}.d2 is not aligned; Pump needs an aligned device",
            $"{Database}.{node}.d2: measurement a has encoding RLE, Pump asks for GORILLA",
            $"{Database}.{node}.d2: measurement b DOUBLE is missing (Pump)",
        ]);
    }

    [Theory]
    [EmbeddedServer]
    [RealServer]
    public async Task Instances_that_start_together_all_end_with_the_same_schema(ServerKind kind)
    {
        await using IoTDBDataSource db = await ServerOf(kind);
        string node = TestNames.Unique("many");
        SchemaModel model = Schemas.Model([.. Enumerable.Range(0, 5).Select(i => Entity($"{Database}.{node}.d{i}"))]);

        await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(() => Ensure(db, model))));

        (await SchemaReader.CompareAsync(new SchemaServer(db), model, CancellationToken.None)).ShouldBeEmpty();
    }

    [Theory]
    [EmbeddedServer]
    [RealServer]
    public async Task The_gate_creates_a_device_once_and_completes_one_that_exists(ServerKind kind)
    {
        await using IoTDBDataSource db = await ServerOf(kind);
        string node = TestNames.Unique("gate");
        EntitySchema entity = Entity($"{Database}.{node}.*");
        await Execute(db, $"CREATE ALIGNED TIMESERIES {Database}.{node}.old(temperature(t) FLOAT ENCODING=GORILLA COMPRESSOR=ZSTD)");
        var gate = new DeviceSchemaGate(new SchemaServer(db), TimeProvider.System, NullLogger.Instance);
        string[] devices = [$"{Database}.{node}.old", $"{Database}.{node}.`new.one`", .. Enumerable.Range(0, 20).Select(i => $"{Database}.{node}.d{i}")];

        await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => gate.EnsureAsync(entity, devices, CancellationToken.None).AsTask()));

        SchemaModel model = Schemas.Model(entity);
        (await SchemaReader.CompareAsync(new SchemaServer(db), model, CancellationToken.None)).ShouldBeEmpty();
    }

    [Theory]
    [EmbeddedServer]
    [RealServer]
    public async Task The_gate_refuses_a_device_that_is_not_aligned(ServerKind kind)
    {
        await using IoTDBDataSource db = await ServerOf(kind);
        string device = $"{Database}.{TestNames.Unique("plain")}.d";
        await Execute(db, $"CREATE TIMESERIES {device}.other DOUBLE");
        var gate = new DeviceSchemaGate(new SchemaServer(db), TimeProvider.System, NullLogger.Instance);

        SchemaMismatchException refused = await Should.ThrowAsync<SchemaMismatchException>(
            gate.EnsureAsync(Entity(device), device, CancellationToken.None).AsTask());

        refused.Message.ShouldContain("is not aligned");
    }

    private static EntitySchema Entity(string wildcard) => new("Pump", wildcard, Database, s_series, "f");

    private static async Task<SchemaPlan> Ensure(IoTDBDataSource db, SchemaModel model)
    {
        var server = new SchemaServer(db);
        SchemaPlan plan = SchemaPlanner.Plan(model, await SchemaReader.CompareAsync(server, model, CancellationToken.None));
        plan.Conflicts.ShouldBeEmpty();
        await new SchemaExecutor(server, TimeProvider.System, NullLogger.Instance).RunAsync(plan, CancellationToken.None);
        return plan;
    }

    private static async Task Execute(IoTDBDataSource db, string sql)
    {
        await using SessionLease lease = await db.RentAsync();
        await lease.Session.ExecuteNonQueryAsync(sql);
    }

    private static async Task<IoTDBDataSource> ServerOf(ServerKind kind) =>
        new IoTDBDataSourceBuilder(await TestServer.GetAsync(kind)).Build();
}
