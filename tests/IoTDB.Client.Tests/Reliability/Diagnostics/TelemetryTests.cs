using System.Diagnostics;
using System.Diagnostics.Metrics;
using System.Net;
using IoTDB.Testing;
using Shouldly;
using Xunit;

namespace IoTDB.Client.Tests.Reliability;

public sealed class TelemetryTests
{
    private static readonly Endpoint s_node = new("node1", 6667);

    [Fact]
    public void A_span_says_what_was_done_where_and_how_it_ended()
    {
        string pool = TestNames.Unique("pool");
        using ActivityRecorder spans = new(pool);
        OperationScope.Begin(new OperationInfo("INSERT", "root.plant.*.*", "root.plant", Tablets: 3), pool).Succeeded(s_node);
        OperationScope.Begin(new OperationInfo("SELECT", Statement: "select a from root.d where b = ?"), pool)
            .Failed(new IoTDBSyntaxException("secret") { StatusCode = 700, Endpoint = s_node }, null);
        OperationScope.Begin(new OperationInfo("PING"), pool).Failed(new TimeoutException("secret"), s_node, IPAddress.Parse("10.0.0.7"));

        spans.Finished.Select(span => span.DisplayName).ShouldBe(["INSERT root.plant.*.*", "SELECT", "PING"]);
        spans.Finished.ShouldAllBe(span => span.Kind == ActivityKind.Client && span.Source.Name == "IoTDB");
        ActivityRecorder.Tags(spans.Finished[0]).ShouldBe(new Dictionary<string, object?>
        {
            ["db.system.name"] = "iotdb",
            ["db.operation.name"] = "INSERT",
            ["db.query.summary"] = "INSERT root.plant.*.*",
            ["db.namespace"] = "root.plant",
            ["db.collection.name"] = "root.plant.*.*",
            ["db.operation.batch.size"] = 3,
            ["server.address"] = "node1",
            ["server.port"] = 6667,
        }, ignoreOrder: true);
        ActivityRecorder.Tags(spans.Finished[1])["db.query.text"].ShouldBe("select a from root.d where b = ?");
        ActivityRecorder.Tags(spans.Finished[1])["db.response.status_code"].ShouldBe("700");
        ActivityRecorder.Tags(spans.Finished[1])["error.type"].ShouldBe("700");
        ActivityRecorder.Tags(spans.Finished[2])["error.type"].ShouldBe("System.TimeoutException");
        (ActivityRecorder.Tags(spans.Finished[2])["network.peer.address"], ActivityRecorder.Tags(spans.Finished[2])["network.peer.port"]).ShouldBe(("10.0.0.7", 6667));
        spans.Finished.ShouldAllBe(span => span.StatusDescription == null || !span.StatusDescription.Contains("secret"));
    }

    [Theory]
    [InlineData(false, "select a from root.d where b = ?")]
    [InlineData(true, "select a from root.d where b = 'canary'")]
    public async Task Values_of_statements_are_shown_to_those_who_asked(bool asked, string shown)
    {
        using ActivityRecorder spans = new(TestNames.Unique("pool"));
        await using IoTDBDataSource source = new IoTDBDataSourceBuilder(await TestServer.GetAsync(ServerKind.Embedded)) { LogSensitiveData = asked }.Build();
        await using (SessionLease lease = await source.RentAsync())
        {
            await using ResultSet rows = await lease.Session.ExecuteQueryAsync("select a from root.d where b = 'canary'");
            await lease.Session.ExecuteNonQueryAsync("create user canary 'canary12'");
            await lease.Session.ExecuteNonQueryAsync("drop user canary");
        }

        spans.Finished.Select(span => ActivityRecorder.Tags(span).GetValueOrDefault("db.query.text")).ShouldBe([shown, "CREATE …", "DROP …"]);
    }

    [Fact]
    public void Durations_are_recorded_in_seconds_with_the_contracts_buckets()
    {
        string pool = TestNames.Unique("pool");
        List<(double Value, Dictionary<string, object?> Tags)> seen = [];
        using MeterListener listener = new()
        {
            InstrumentPublished = (instrument, self) =>
            {
                if (instrument is { Meter.Name: "IoTDB", Name: "db.client.operation.duration" })
                {
                    instrument.Unit.ShouldBe("s");
                    ((Histogram<double>)instrument).Advice!.HistogramBucketBoundaries.ShouldBe([0.001, 0.005, 0.01, 0.05, 0.1, 0.5, 1, 5, 10]);
                    self.EnableMeasurementEvents(instrument);
                }
            },
        };
        listener.SetMeasurementEventCallback<double>((_, value, tags, _) =>
        {
            Dictionary<string, object?> all = tags.ToArray().ToDictionary(tag => tag.Key, tag => tag.Value);
            if (Equals(all["db.client.connection.pool.name"], pool))
            {
                seen.Add((value, all));
            }
        });
        listener.Start();
        OperationScope.IsObserved.ShouldBeTrue();
        OperationScope.Begin(new OperationInfo("SELECT"), pool).Failed(new IoTDBServerBusyException("busy") { StatusCode = 606, Endpoint = s_node }, null);

        seen.Count.ShouldBe(1);
        seen[0].Value.ShouldBeInRange(0, 1);
        seen[0].Tags["error.type"].ShouldBe("606");
        seen[0].Tags["server.address"].ShouldBe("node1");
    }

    [Theory, EmbeddedServer, RealServer]
    public async Task Acknowledged_rows_are_counted(ServerKind kind)
    {
        string name = TestNames.Unique("pool");
        string device = $"{FaultBench.Database}.{TestNames.Unique()}";
        await using IoTDBDataSource source = new IoTDBDataSourceBuilder(await TestServer.GetAsync(kind)) { Name = name }.Build();
        using CounterRecorder counts = new(name);
        await using SessionLease lease = await source.RentAsync();
        using Tablet tablet = new(device, [("v", TsDataType.Double)]);
        tablet.Add(1L, 1.5);
        tablet.Add(2L, 2.5);
        await lease.Session.InsertTabletAsync(tablet, sorted: true);
        await lease.Session.InsertRecordsAsync([new Record(device, 3L).Add("v", 0.5), new Record(device, 4L).Add("v", 0.5), new Record(device, 5L).Add("v", 0.5)]);
        await Should.ThrowAsync<IoTDBException>(() => lease.Session.InsertRecordAsync(new Record(device, 6L).Add("v", "no number")));

        counts.Sum("iotdb.client.rows.written").ShouldBe(5, "the refused row is none of them");
    }

    [Fact]
    public void Pools_report_themselves_by_name_and_are_not_kept_alive()
    {
        string name = TestNames.Unique("pool");
        FakePool pool = new(name);
        Telemetry.Pools.Add(pool);
        Dictionary<string, long> seen = Read(name);
        seen.ShouldBe(new Dictionary<string, long>
        {
            ["db.client.connection.count idle"] = 2,
            ["db.client.connection.count used"] = 3,
            ["db.client.connection.max"] = 9,
            ["db.client.connection.idle.max"] = 4,
            ["db.client.connection.idle.min"] = 1,
            ["db.client.connection.pending_requests"] = 5,
            ["db.client.connection.timeouts"] = 6,
        }, ignoreOrder: true);
        Telemetry.Pools.Remove(pool);
        Read(name).ShouldBeEmpty();
    }

    private static Dictionary<string, long> Read(string pool)
    {
        Dictionary<string, long> seen = [];
        using MeterListener listener = new()
        {
            InstrumentPublished = (instrument, self) =>
            {
                if (instrument.Meter.Name == "IoTDB" && instrument.IsObservable)
                {
                    self.EnableMeasurementEvents(instrument);
                }
            },
        };
        listener.SetMeasurementEventCallback<long>((instrument, value, tags, _) =>
        {
            Dictionary<string, object?> all = tags.ToArray().ToDictionary(tag => tag.Key, tag => tag.Value);
            if (Equals(all.GetValueOrDefault("db.client.connection.pool.name"), pool))
            {
                string state = all.TryGetValue("db.client.connection.state", out object? which) ? " " + which : "";
                seen[instrument.Name + state] = value;
            }
        });
        listener.Start();
        listener.RecordObservableInstruments();
        return seen;
    }

    private sealed class FakePool(string name) : IPoolGauge
    {
        public string Name { get; } = name;

        public PoolStatistics Statistics { get; } = new() { Idle = 2, Leased = 3, Waiters = 5, WaitTimeouts = 6 };

        public PoolOptions Limits { get; } = new() { MaxOpen = 9, MaxIdle = 4, MinOpen = 1 };
    }
}
