using IoTDB.Client;
using IoTDB.Testing;
using Shouldly;
using Xunit;

namespace IoTDB.Orm.Tests.Suite;

/// <summary>What spans and counters say of a repository's calls: the mapped class's devices, never one of them.</summary>
public sealed class ObservationTests
{
    private const string Pattern = "root.orm_suite.*.*";

    [Theory]
    [EmbeddedServer]
    [RealServer]
    public async Task Spans_name_the_pattern_of_the_devices_and_the_node_that_answered(ServerKind kind)
    {
        await using IoTDBDataSource source = new IoTDBDataSourceBuilder(await TestServer.GetAsync(kind)).Build();
        IRepository<PumpReading> pumps = source.Repository<PumpReading>();
        string line = TestNames.Unique("line");
        using ActivityRecorder spans = new("test");

        await pumps.InsertAsync(new PumpReading { Line = line, Pump = "p", Time = Fleet.Start, Temperature = 1 });
        (await pumps.Query(PumpReading.Device(line, "p")).AllTime().ToListAsync()).Count.ShouldBe(1);
        await pumps.DeleteAsync(PumpReading.Device(line, "p"), TimeRange.All);

        string[] names = [$"INSERT {Pattern}", $"SELECT {Pattern}", $"DELETE {Pattern}"];
        spans.Finished.Select(static span => span.DisplayName).Where(names.Contains).ShouldBe(names);
        foreach (Dictionary<string, object?> tags in spans.Finished.Where(span => names.Contains(span.DisplayName)).Select(ActivityRecorder.Tags))
        {
            tags["db.namespace"].ShouldBe("root.orm_suite");
            tags["db.collection.name"].ShouldBe(Pattern);
            tags["network.peer.address"].ShouldBe("127.0.0.1");
            tags["network.peer.port"].ShouldBe(tags["server.port"]);
            tags.GetValueOrDefault("db.query.text", "").ShouldBeOfType<string>().ShouldNotContain("canary");
        }
    }

    [Theory]
    [EmbeddedServer]
    [RealServer]
    public async Task Rows_and_new_devices_are_counted(ServerKind kind)
    {
        string name = TestNames.Unique("pool");
        await using IoTDBDataSource source = new IoTDBDataSourceBuilder(await TestServer.GetAsync(kind)) { Name = name }.Build();
        IRepository<PumpReading> pumps = source.Repository<PumpReading>();
        string line = TestNames.Unique("line");
        using CounterRecorder counts = new(name);

        await pumps.InsertAsync(Enumerable.Range(0, 10).Select(i => new PumpReading { Line = line, Pump = $"p{i % 2}", Time = Fleet.Start.AddSeconds(i), Quality = i }));
        await pumps.InsertAsync(new PumpReading { Line = line, Pump = "p0", Time = Fleet.Start.AddHours(1), Quality = 1 });

        counts.Sum("iotdb.client.rows.written").ShouldBe(11);
        counts.Values("iotdb.client.rows.written", "db.collection.name").ShouldBe([Pattern]);
        counts.Sum("iotdb.client.devices.provisioned").ShouldBe(2);
    }

    [Theory]
    [EmbeddedServer]
    [RealServer]
    public async Task Devices_that_were_there_are_not_counted_as_new(ServerKind kind)
    {
        string line = TestNames.Unique("line");
        PumpReading row = new() { Line = line, Pump = "p", Time = Fleet.Start, Quality = 1 };
        await (await Sources.RepositoryAsync<PumpReading>(kind)).InsertAsync(row);
        string name = TestNames.Unique("pool");
        await using IoTDBDataSource source = new IoTDBDataSourceBuilder(await TestServer.GetAsync(kind)) { Name = name }.Build();
        using CounterRecorder counts = new(name);

        await source.Repository<PumpReading>().InsertAsync(row);

        counts.Sum("iotdb.client.rows.written").ShouldBe(1);
        counts.Sum("iotdb.client.devices.provisioned").ShouldBe(0);
    }
}
