namespace IoTDB.Client;

/// <summary>The failed attempts of one call, and what they say together.</summary>
internal sealed class CallHistory(TimeProvider clock, TimeSpan outageWait)
{
    private readonly List<IoTDBException> _failures = [];
    private readonly long _firstFailure = clock.GetTimestamp();

    /// <summary>Failed attempts.</summary>
    public int Attempts => _failures.Count;

    /// <summary>Those that may have reached a server.</summary>
    public int Reached { get; private set; }

    /// <summary>Those that certainly did not.</summary>
    public int Unsent { get; private set; }

    /// <summary>Those that found their session gone.</summary>
    public int Relogins { get; private set; }

    /// <summary>What is left of <c>OutageWait</c>, counted from the first failure.</summary>
    public TimeSpan OutageLeft => outageWait - clock.GetElapsedTime(_firstFailure);

    public bool OutageLasts => OutageLeft > TimeSpan.Zero;

    public Attempt NextAttempt => new(Attempts + 1, _failures[^1].Endpoint);

    public void Add(IoTDBException failure)
    {
        _failures.Add(failure);
        switch (failure.Outcome)
        {
            case Outcome.NotSent:
                Unsent++;
                break;
            case Outcome.Refused when failure.StatusCode is StatusCodes.NotLogin or StatusCodes.InternalServerError:
                Relogins++;
                break;
            default:
                Reached++;
                break;
        }
    }

    /// <summary>Makes the last failure speak for the whole call.</summary>
    public void Conclude(IoTDBException last) =>
        last.Conclude(Conclude(last.Outcome), [.. _failures.Where(failure => !ReferenceEquals(failure, last))]);

    /// <summary>What is known when the last attempt ended like this: an earlier doubt is not taken back by a later certainty.</summary>
    public Outcome Conclude(Outcome last)
    {
        if (_failures.Exists(failure => failure.Outcome == Outcome.Unknown))
        {
            return Outcome.Unknown;
        }

        return last is Outcome.NotSent or Outcome.Refused && _failures.Exists(failure => failure.Outcome == Outcome.Rejected) ? Outcome.Rejected : last;
    }

    public IoTDBCanceledException Canceled(CancellationToken token) =>
        new("The call was cancelled while it was being repeated.", Conclude(Outcome.NotSent), token);
}
