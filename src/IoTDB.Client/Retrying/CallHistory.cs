using System.Globalization;
using IoTDB.Wire.Messages;

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

    public Attempt NextAttempt => new(Attempts + 1, _failures[^1].Endpoint);

    public void Add(IoTDBException failure)
    {
        _failures.Add(failure);
        switch (failure.Outcome)
        {
            case Outcome.NotSent:
                Unsent++;
                break;
            case Outcome.Refused when failure.StatusCode is StatusCode.NotLogin or StatusCode.InternalServerError:
                Relogins++;
                break;
            default:
                Reached++;
                break;
        }
    }

    /// <summary>Makes the last failure speak for the whole call.</summary>
    /// <param name="last">The last failure.</param>
    /// <param name="looksLikeFailOver">It is what servers answer while a neighbour is away, and what they answer for ever when something else is wrong.</param>
    public void Conclude(IoTDBException last, bool looksLikeFailOver)
    {
        string? note = !looksLikeFailOver || _failures.Count == 1 ? null : string.Create(
            CultureInfo.InvariantCulture,
            $"It was tried {_failures.Count} times in {clock.GetElapsedTime(_firstFailure).TotalSeconds:0.#} s, because servers answer so while a node or the ConfigNode is restarting (OutageWait is {outageWait.TotalSeconds:0.#} s); if none is, the request itself is the cause.");
        last.Conclude(Conclude(last.Outcome), [.. _failures.Where(failure => !ReferenceEquals(failure, last))], note);
    }

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
