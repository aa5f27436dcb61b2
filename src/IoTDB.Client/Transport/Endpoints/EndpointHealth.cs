using System.Net;

namespace IoTDB.Client;

/// <summary>What is known about one endpoint. All members belong to the lock of the <see cref="EndpointSet"/>, but <see cref="Opens"/>.</summary>
/// <remarks>Healthy, or resting until a time; when that has come one caller probes it, and only the probe's result counts.</remarks>
internal sealed class EndpointHealth(Endpoint endpoint, int openConcurrency, TimeProvider clock)
{
    /// <summary>Consecutive time-outs that count as a failure.</summary>
    private const int TimeoutsTolerated = 3;

    public Endpoint Endpoint { get; } = endpoint;

    /// <summary>Bounds the opens in flight.</summary>
    public SemaphoreSlim Opens { get; } = new(openConcurrency, openConcurrency);

    /// <summary>How large a request it takes.</summary>
    public RequestLimit Requests { get; } = new(clock);

    /// <summary>Sessions that are open.</summary>
    public int Open { get; set; }

    /// <summary>Changes with every verdict, so that a late one does not count twice.</summary>
    public int Version { get; private set; }

    /// <summary>Failures since the last success.</summary>
    public int Failures { get; private set; }

    public bool IsHealthy => Failures == 0;

    /// <summary>Whether an open has succeeded and nothing has gone wrong since; until then opens go one by one.</summary>
    public bool IsProven { get; private set; }

    public bool MayBeVisited => IsProven || Probe is null;

    /// <summary>Where it was last reached.</summary>
    public IPAddress? Address { get; set; }

    /// <summary>When the last failure became known, and how long the rest after it is.</summary>
    public long FailedAt { get; private set; }

    public TimeSpan Rest { get; private set; }

    public IoTDBException? LastFailure { get; private set; }

    /// <summary>Ends when the probe in flight has its result; null without one.</summary>
    public TaskCompletionSource? Probe { get; set; }

    public int Timeouts { get; private set; }

    public long Probes { get; set; }

    public long TotalFailures { get; private set; }

    public void Succeeded()
    {
        if (Failures > 0)
        {
            Version++;
        }

        Failures = 0; // not the time-outs: a node that logs in and then answers nothing is no healthier for it
        IsProven = true;
        LastFailure = null;
    }

    public void Failed(IoTDBException failure, long now, TimeSpan rest)
    {
        Version++;
        Failures++;
        TotalFailures++;
        Timeouts = 0;
        IsProven = false;
        FailedAt = now;
        Rest = rest;
        LastFailure = failure;
        Requests.Calm();
    }

    /// <summary>Counts an answer that did not come in time; true when it was one too many.</summary>
    public bool TimedOut() => ++Timeouts >= TimeoutsTolerated;

    public void Answered() => Timeouts = 0;

    public void Doubt() => IsProven = false;
}
