using System.Diagnostics;
using System.Globalization;
using System.Net;

namespace IoTDB.Client;

/// <summary>One call, as spans and metrics see it: begun, and ended once. Costs nothing while nobody listens.</summary>
internal readonly struct OperationScope
{
    private readonly Activity? _activity;
    private readonly string _operation;
    private readonly string? _collection;
    private readonly string _pool;
    private readonly long _started;

    private OperationScope(Activity? activity, in OperationInfo info, string pool, long started)
    {
        _activity = activity;
        _operation = info.Name;
        _collection = info.Collection;
        _pool = pool;
        _started = started;
    }

    /// <summary>Whether anybody would see a scope; asked before its description is made.</summary>
    public static bool IsObserved => Telemetry.Source.HasListeners() || Telemetry.OperationDuration.Enabled;

    /// <summary>Begins a call.</summary>
    /// <param name="info">What it is.</param>
    /// <param name="pool">Name of the data source.</param>
    /// <param name="parent">Span to hang under; the current one by default.</param>
    public static OperationScope Begin(in OperationInfo info, string pool, ActivityContext parent = default)
    {
        long started = Stopwatch.GetTimestamp();
        try
        {
            return new OperationScope(StartActivity(info, parent), info, pool, started);
        }
        catch (Exception)
        {
            return new OperationScope(null, info, pool, started); // a listener's failure is no business of the call
        }
    }

    private static Activity? StartActivity(in OperationInfo info, ActivityContext parent)
    {
        Activity? activity = Telemetry.Source.CreateActivity(info.Summary, ActivityKind.Client, parent);
        if (activity is { IsAllDataRequested: true })
        {
            activity.SetTag(TelemetryNames.SystemName, TelemetryNames.System)
                .SetTag(TelemetryNames.OperationName, info.Name)
                .SetTag(TelemetryNames.QuerySummary, info.Summary)
                .SetTag(TelemetryNames.Namespace, info.Database)
                .SetTag(TelemetryNames.CollectionName, info.Collection)
                .SetTag(TelemetryNames.QueryText, info.Statement);
            if (info.Tablets > 1)
            {
                activity.SetTag(TelemetryNames.BatchSize, info.Tablets);
            }
        }

        return activity?.Start();
    }

    /// <summary>The call ended well; a streamed query ends with its first page.</summary>
    public void Succeeded(Endpoint? endpoint, IPAddress? peer = null) => End(endpoint, peer, null);

    /// <summary>The call failed.</summary>
    public void Failed(Exception failure, Endpoint? endpoint, IPAddress? peer = null) => End((failure as IoTDBException)?.Endpoint ?? endpoint, peer, failure);

    private void End(Endpoint? endpoint, IPAddress? peer, Exception? failure)
    {
        if (_operation is null)
        {
            return;
        }

        string? code = (failure as IoTDBException)?.StatusCode?.ToString(CultureInfo.InvariantCulture);
        string? errorType = failure is null ? null : code ?? failure.GetType().FullName;
        TagList tags = new()
        {
            { TelemetryNames.SystemName, TelemetryNames.System },
            { TelemetryNames.OperationName, _operation },
            { TelemetryNames.PoolName, _pool },
        };
        AddIfKnown(ref tags, TelemetryNames.CollectionName, _collection);
        AddIfKnown(ref tags, TelemetryNames.ServerAddress, endpoint?.Host);
        AddIfKnown(ref tags, TelemetryNames.ServerPort, endpoint?.Port);
        AddIfKnown(ref tags, TelemetryNames.ResponseStatusCode, code);
        AddIfKnown(ref tags, TelemetryNames.ErrorType, errorType);
        Telemetry.Record(Telemetry.OperationDuration, Stopwatch.GetElapsedTime(_started), tags);
        if (_activity is { } activity)
        {
            Stop(activity, endpoint, peer, failure, code, errorType);
        }
    }

    private static void Stop(Activity activity, Endpoint? endpoint, IPAddress? peer, Exception? failure, string? code, string? errorType)
    {
        activity.SetTag(TelemetryNames.ServerAddress, endpoint?.Host)
            .SetTag(TelemetryNames.ServerPort, endpoint?.Port)
            .SetTag(TelemetryNames.PeerAddress, peer?.ToString())
            .SetTag(TelemetryNames.PeerPort, peer is null ? null : endpoint?.Port)
            .SetTag(TelemetryNames.ResponseStatusCode, code)
            .SetTag(TelemetryNames.ErrorType, errorType);
        if (failure is not null)
        {
            // The message may quote the server, and the server may quote data: the type and code say enough.
            activity.SetStatus(ActivityStatusCode.Error, failure.GetType().Name);
        }

        try
        {
            activity.Dispose();
        }
        catch (Exception)
        {
            // as above
        }
    }

    private static void AddIfKnown(ref TagList tags, string name, object? value)
    {
        if (value is not null)
        {
            tags.Add(name, value);
        }
    }
}
