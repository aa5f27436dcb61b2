using System.Diagnostics;
using System.Diagnostics.Metrics;
using IoTDB.Testing;
using Shouldly;
using Xunit;

namespace IoTDB.Client.Tests.Reliability;

/// <summary>Whoever listens may fail or take its time: calls do not notice.</summary>
public sealed class SinkTests
{
    [Theory, EmbeddedServer]
    [Fault("F-101")]
    public async Task Sinks_that_throw_do_not_reach_the_caller(ServerKind kind)
    {
        RecordingLog log = new(() => throw new InvalidOperationException("the log is full"));
        string name = TestNames.Unique("throwing");
        bool spanned = false;
        using ActivityListener spans = new()
        {
            ShouldListenTo = source => source.Name == "IoTDB",
            Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllDataAndRecorded,
            ActivityStopped = span => Throw(span.GetTagItem("db.client.connection.pool.name")),
        };
        using MeterListener meters = new();
        meters.InstrumentPublished = (instrument, listener) => _ = instrument.Meter.Name == "IoTDB" ? Enable(instrument, listener) : null;
        meters.SetMeasurementEventCallback<double>((_, _, tags, _) => Throw(Pool(tags)));
        meters.Start();
        ActivitySource.AddActivityListener(spans);

        IoTDBDataSourceBuilder builder = new(await TestServer.GetAsync(kind)) { Name = name };
        await using IoTDBDataSource source = builder.UseLoggerFactory(log).Build();
        await using (SessionLease lease = await source.RentAsync())
        {
            string device = $"{FaultBench.Database}.{TestNames.Unique()}";
            await FaultBench.WriteAsync(lease.Session, device, 1, 17);
            (await FaultBench.ReadAsync(lease.Session, $"select v from {device}")).ShouldBe(new Dictionary<long, double> { [1] = 17 });
        }

        FaultBench.ShouldBeAtRest(source);
        log.Entries.ShouldNotBeEmpty();
        spanned.ShouldBeTrue();

        void Throw(object? pool)
        {
            // Other tests of this process are heard as well; theirs is not what fails.
            if (pool is null || Equals(pool, name))
            {
                spanned = true;
            }

            if (Equals(pool, name))
            {
                throw new InvalidOperationException("the sink is broken");
            }
        }
    }

    [Fact]
    [Fault("F-101")]
    public async Task A_log_that_blocks_keeps_up_only_who_logs()
    {
        using ManualResetEventSlim open = new();
        using SemaphoreSlim logging = new(0);
        RecordingLog log = new(() =>
        {
            logging.Release();
            open.Wait();
        });
        ManualTimeProvider clock = new();
        EndpointSet set = new([new Endpoint("a", 1), new Endpoint("b", 1)], clock, () => 0, new EndpointLog(log, "blocked"));
        IoTDBTimeoutException slow = new("slow");
        Task fallen = Task.Run(() =>
        {
            for (int i = 0; i < 3; i++)
            {
                set.TimedOut(new Endpoint("a", 1), slow); // the third one is logged
            }
        });
        await logging.WaitAsync();

        Task<Endpoint> other = Task.Run(() => set.OpenAsync((endpoint, _, _) => ValueTask.FromResult(endpoint), null, null, TimeSpan.FromSeconds(1), default).AsTask());
        (await other.WaitAsync(TimeSpan.FromSeconds(10))).ShouldBe(new Endpoint("b", 1));
        fallen.IsCompleted.ShouldBeFalse();
        open.Set();
        await fallen;
    }

    private static object Enable(Instrument instrument, MeterListener listener)
    {
        listener.EnableMeasurementEvents(instrument);
        return instrument;
    }

    private static object? Pool(ReadOnlySpan<KeyValuePair<string, object?>> tags)
    {
        foreach (KeyValuePair<string, object?> tag in tags)
        {
            if (tag.Key == "db.client.connection.pool.name")
            {
                return tag.Value;
            }
        }

        return "another's";
    }
}
