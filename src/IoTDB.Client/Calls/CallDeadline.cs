using IoTDB.Wire.Blocks;

namespace IoTDB.Client;

/// <summary>The one time limit of a call: the earlier of its timeout and the caller's token. Covers waiting, sending, receiving and repeats.</summary>
/// <remarks>Reused by the next call; not to be kept after <see cref="End"/>.</remarks>
internal sealed class CallDeadline : IDisposable
{
    private readonly FramePool<CallDeadline>? _home;
    private readonly TimeProvider _clock;
    private CancellationTokenSource _source;
    private CancellationTokenRegistration _registration;
    private CancellationToken _caller;
    private long _started;
    private TimeSpan _timeout;

    public CallDeadline(TimeProvider clock, FramePool<CallDeadline>? home)
    {
        _clock = clock;
        _home = home;
        _source = new CancellationTokenSource(Timeout.InfiniteTimeSpan, clock);
    }

    public CancellationToken Token => _source.Token;

    /// <summary>Time left; infinite when there is no limit, never negative.</summary>
    public TimeSpan Remaining
    {
        get
        {
            if (_timeout == Timeout.InfiniteTimeSpan)
            {
                return _timeout;
            }

            TimeSpan left = _timeout - _clock.GetElapsedTime(_started);
            return left < TimeSpan.Zero ? TimeSpan.Zero : left;
        }
    }

    /// <summary>Timestamp of the clock at which it passes; <see cref="long.MaxValue"/> when there is no limit.</summary>
    public long EndsAt => _timeout == Timeout.InfiniteTimeSpan
        ? long.MaxValue
        : _started + (long)(_timeout.TotalSeconds * _clock.TimestampFrequency);

    public bool IsOver => _source.IsCancellationRequested;

    public void Start(TimeSpan timeout, CancellationToken caller)
    {
        _caller = caller;
        _timeout = timeout;
        _started = _clock.GetTimestamp();
        _source.CancelAfter(timeout);
        _registration = caller.UnsafeRegister(static state => ((CancellationTokenSource)state!).Cancel(), _source);
    }

    /// <summary>Begins anew: a call that gets many answers has its limit for each. Does nothing once the time is over.</summary>
    public void Renew(TimeSpan timeout)
    {
        _timeout = timeout;
        _started = _clock.GetTimestamp();
        _source.CancelAfter(timeout);
    }

    public void End()
    {
        _registration.Dispose();
        _registration = default;
        _caller = default;
        if (!_source.TryReset())
        {
            _source.Dispose();
            _source = new CancellationTokenSource(Timeout.InfiniteTimeSpan, _clock);
        }

        _home?.Return(this);
    }

    public void Dispose() => _source.Dispose();

    /// <summary>The exception of a call this limit ended: the caller's cancellation and our timeout differ in type.</summary>
    public Exception Interrupted(TimeoutPhase phase, Outcome outcome, Endpoint? endpoint)
    {
        if (_caller.IsCancellationRequested)
        {
            return new IoTDBCanceledException("The call was cancelled.", outcome, _caller);
        }

        string doing = phase switch
        {
            TimeoutPhase.Connect => "connecting to",
            TimeoutPhase.Login => "waiting for the login answer of",
            TimeoutPhase.Write => "sending to",
            _ => "waiting for the answer of",
        };
        string server = endpoint?.ToString() ?? "the server";
        return new IoTDBTimeoutException(string.Create(System.Globalization.CultureInfo.InvariantCulture, $"The time limit of {_timeout.TotalSeconds:0.###} s passed while {doing} {server}."))
        {
            Phase = phase,
            Outcome = outcome,
            Endpoint = endpoint,
        };
    }
}
