using System.Collections.Concurrent;
using System.Diagnostics.Metrics;

namespace IoTDB.Testing;

/// <summary>Adds up what the library's counters are told of one data source.</summary>
public sealed class CounterRecorder : IDisposable
{
    private readonly MeterListener _listener;
    private readonly ConcurrentQueue<(string Counter, long Count, Dictionary<string, object?> Tags)> _seen = new();

    /// <summary>Starts to listen.</summary>
    /// <param name="dataSource">Name of the data source.</param>
    public CounterRecorder(string dataSource)
    {
        _listener = new MeterListener
        {
            InstrumentPublished = (instrument, self) =>
            {
                if (instrument is Counter<long> { Meter.Name: "IoTDB" })
                {
                    self.EnableMeasurementEvents(instrument);
                }
            },
        };
        _listener.SetMeasurementEventCallback<long>((instrument, count, tags, _) =>
        {
            Dictionary<string, object?> all = tags.ToArray().ToDictionary(tag => tag.Key, tag => tag.Value);
            if (Equals(all.GetValueOrDefault("db.client.connection.pool.name"), dataSource))
            {
                _seen.Enqueue((instrument.Name, count, all));
            }
        });
        _listener.Start();
    }

    /// <summary>The sum of a counter.</summary>
    public long Sum(string counter) => _seen.Where(seen => seen.Counter == counter).Sum(seen => seen.Count);

    /// <summary>Values that an attribute of a counter had.</summary>
    public IReadOnlyCollection<object?> Values(string counter, string tag) =>
        [.. _seen.Where(seen => seen.Counter == counter).Select(seen => seen.Tags.GetValueOrDefault(tag)).Distinct()];

    /// <inheritdoc/>
    public void Dispose() => _listener.Dispose();
}
