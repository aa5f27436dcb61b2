using System.Diagnostics;
using System.Diagnostics.Metrics;

namespace IoTDB.Client;

/// <summary>The library's one source of spans and one meter, both named <c>IoTDB</c>.</summary>
internal static class Telemetry
{
    public const string Name = "IoTDB";

    private static readonly string? s_version = typeof(Telemetry).Assembly.GetName().Version?.ToString(3);
    private static readonly InstrumentAdvice<double> s_durations = new() { HistogramBucketBoundaries = [0.001, 0.005, 0.01, 0.05, 0.1, 0.5, 1, 5, 10] };

    public static ActivitySource Source { get; } = new(Name, s_version);

    public static Meter Meter { get; } = new(Name, s_version);

    /// <summary>Pools that report themselves when somebody looks.</summary>
    public static PoolGauges Pools { get; } = new(Meter);

    public static Histogram<double> OperationDuration { get; } = Duration(TelemetryNames.OperationDuration, "Duration of calls, repeats included.");

    public static Histogram<double> CreateTime { get; } = Duration(TelemetryNames.ConnectionCreateTime, "Time it took to connect and log in.");

    public static Histogram<double> WaitTime { get; } = Duration(TelemetryNames.ConnectionWaitTime, "Time it took to get a session from the pool.");

    public static Histogram<double> UseTime { get; } = Duration(TelemetryNames.ConnectionUseTime, "Time from renting a session to giving it back.");

    public static Counter<long> RowsWritten { get; } = Meter.CreateCounter<long>(TelemetryNames.RowsWritten, "{row}", "Rows the server acknowledged.");

    public static Counter<long> DevicesProvisioned { get; } =
        Meter.CreateCounter<long>(TelemetryNames.DevicesProvisioned, "{device}", "Devices whose series were created on first use.");

    /// <summary>Counts; listeners that throw are not heard.</summary>
    public static void Count(Counter<long> counter, int count, string pool, string? collection)
    {
        if (!counter.Enabled)
        {
            return;
        }

        TagList tags = new() { { TelemetryNames.PoolName, pool } };
        if (collection is not null)
        {
            tags.Add(TelemetryNames.CollectionName, collection);
        }

        try
        {
            counter.Add(count, tags);
        }
        catch (Exception)
        {
            // as below
        }
    }

    /// <summary>Records a time; listeners that throw are not heard.</summary>
    public static void Record(Histogram<double> times, TimeSpan time, in TagList tags)
    {
        try
        {
            times.Record(time.TotalSeconds, tags);
        }
        catch (Exception)
        {
            // a listener's failure is no business of the call that was measured
        }
    }

    private static Histogram<double> Duration(string name, string description) =>
        Meter.CreateHistogram(name, "s", description, tags: null, s_durations);
}
