using System.Diagnostics;

namespace IoTDB.Testing;

/// <summary>Keeps the spans of the library that end on the flow of this test.</summary>
public sealed class ActivityRecorder : IDisposable
{
    private readonly ActivityListener _listener;
    private readonly Activity _root;
    private readonly List<Activity> _finished = [];

    /// <summary>Starts to listen.</summary>
    /// <param name="name">Name of the span around them.</param>
    public ActivityRecorder(string name)
    {
        _root = new Activity(name).Start();
        ActivityTraceId trace = _root.TraceId;
        _listener = new ActivityListener
        {
            ShouldListenTo = source => source.Name == "IoTDB",
            Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllDataAndRecorded,
            ActivityStopped = span =>
            {
                lock (_finished)
                {
                    if (span.TraceId == trace)
                    {
                        _finished.Add(span);
                    }
                }
            },
        };
        ActivitySource.AddActivityListener(_listener);
    }

    /// <summary>What has ended so far.</summary>
    public IReadOnlyList<Activity> Finished
    {
        get
        {
            lock (_finished)
            {
                return [.. _finished];
            }
        }
    }

    /// <summary>The attributes of a span that have a value.</summary>
    public static Dictionary<string, object?> Tags(Activity span)
    {
        ArgumentNullException.ThrowIfNull(span);
        return span.TagObjects.Where(tag => tag.Value is not null).ToDictionary(tag => tag.Key, tag => tag.Value);
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _root.Dispose();
        _listener.Dispose();
    }
}
