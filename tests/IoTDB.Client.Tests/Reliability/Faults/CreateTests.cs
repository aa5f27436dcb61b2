using IoTDB.Testing;
using Shouldly;
using Xunit;

namespace IoTDB.Client.Tests.Reliability;

/// <summary>Definitions whose answer was lost: what is there afterwards decides.</summary>
public sealed class CreateTests
{
    private static readonly TimeseriesDefinition s_full = new("t", TsDataType.Double)
    {
        Encoding = TsEncoding.Chimp,
        Compression = TsCompression.Zstd,
        Alias = "temperature",
        Tags = new Dictionary<string, string> { ["unit"] = "°C" },
        Attributes = new Dictionary<string, string> { ["sensor"] = "PT \"100\"" },
    };

    [Theory, EmbeddedServer, RealServer]
    [Proves("R-06")]
    public async Task A_series_whose_answer_was_lost_is_created(ServerKind kind)
    {
        await using FaultBench bench = await FaultBench.StartAsync(kind);
        await using SessionLease lease = await bench.Source.RentAsync();
        LoseAnswer(bench, "createTimeseries");

        await lease.Session.CreateTimeseriesAsync(s_full with { Path = $"{bench.Device}.t" });

        bench.Proxy.Requests("createTimeseries").ShouldBe(2, "it was repeated, and the second one was told that it exists");
        await Should.ThrowAsync<IoTDBSchemaException>(() => lease.Session.CreateTimeseriesAsync(s_full with { Path = $"{bench.Device}.t" }));
    }

    [Theory, EmbeddedServer, RealServer]
    [Proves("R-06")]
    public async Task Many_series_aligned_series_and_databases_are_read_back_too(ServerKind kind)
    {
        await using FaultBench bench = await FaultBench.StartAsync(kind);
        await using SessionLease lease = await bench.Source.RentAsync();
        TimeseriesDefinition plain = new("b", TsDataType.Int32);
        TimeseriesDefinition quoted = new("`c.d`", TsDataType.Text);

        LoseAnswer(bench, "createMultiTimeseries");
        await lease.Session.CreateMultiTimeseriesAsync([plain with { Path = $"{bench.Device}.b" }, quoted with { Path = $"{bench.Device}.`c.d`" }]);
        LoseAnswer(bench, "createAlignedTimeseries");
        await lease.Session.CreateAlignedTimeseriesAsync($"{bench.Device}_aligned", [plain, quoted]);
        string database = $"root.{TestNames.Unique("db")}";
        LoseAnswer(bench, "setStorageGroup");
        await lease.Session.CreateDatabaseAsync(database);

        bench.Proxy.Requests("setStorageGroup").ShouldBe(2);
        await lease.Session.DeleteDatabasesAsync([database]);
    }

    [Theory, EmbeddedServer, RealServer]
    [Proves("R-06")]
    public async Task Another_definition_that_came_first_is_a_conflict(ServerKind kind)
    {
        await using FaultBench bench = await FaultBench.StartAsync(kind);
        await using SessionLease lease = await bench.Source.RentAsync();
        await using (SessionLease other = await bench.Direct.RentAsync())
        {
            await other.Session.CreateTimeseriesAsync(new TimeseriesDefinition($"{bench.Device}.t", TsDataType.Int64));
        }

        LoseAnswer(bench, "createTimeseries");
        IoTDBSchemaException conflict = await Should.ThrowAsync<IoTDBSchemaException>(() =>
            lease.Session.CreateTimeseriesAsync(s_full with { Path = $"{bench.Device}.t" }));

        (conflict.Kind, conflict.Outcome).ShouldBe((SchemaErrorKind.Conflict, Outcome.Rejected));
        conflict.Message.ShouldContain("another definition");
    }

    [Theory, EmbeddedServer, RealServer]
    [Proves("R-06")]
    public async Task Without_doubt_nothing_is_read_back(ServerKind kind)
    {
        await using FaultBench bench = await FaultBench.StartAsync(kind);
        await using SessionLease lease = await bench.Source.RentAsync();
        await lease.Session.CreateTimeseriesAsync(new TimeseriesDefinition($"{bench.Device}.t", TsDataType.Int64));

        IoTDBSchemaException exists = await Should.ThrowAsync<IoTDBSchemaException>(() =>
            lease.Session.CreateTimeseriesAsync(new TimeseriesDefinition($"{bench.Device}.t", TsDataType.Int64)));

        exists.Kind.ShouldBe(SchemaErrorKind.AlreadyExists);
        bench.Proxy.Requests("executeQueryStatementV2").ShouldBe(0);
    }

    private static void LoseAnswer(FaultBench bench, string method) =>
        bench.Proxy.Schedule.Add(new(FaultDirection.ToClient, FaultAction.Parse("reset")) { Method = method });
}
