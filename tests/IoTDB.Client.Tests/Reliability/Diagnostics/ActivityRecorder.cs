using System.Diagnostics;

namespace IoTDB.Client.Tests.Reliability;

/// <summary>Keeps the spans of the library that end on the flow of this test.</summary>
internal sealed class ActivityRecorder : IDisposable
{
    private readonly ActivityListener _listener;
    private readonly Activity _root;
    private readonly List<Activity> _finished = [];

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

    public void Dispose()
    {
        _root.Dispose();
        _listener.Dispose();
    }
}
