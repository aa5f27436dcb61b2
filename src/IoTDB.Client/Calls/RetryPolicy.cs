namespace IoTDB.Client;

/// <summary>Decides whether a failed call is sent again. Source: reliability.md 3.3.</summary>
/// <remarks>
/// What was certainly not executed may always be repeated; what may have been executed only if twice is as once. At most three attempts reach
/// a server; repeats are at most a tenth of recent calls (never less than ten), so that they cannot double the load of a sick server.
/// </remarks>
internal sealed class RetryPolicy(TimeProvider clock)
{
    private const int MaxReached = 3;
    private const double BudgetCap = 100;
    private const double BudgetFloor = 10;
    private static readonly TimeSpan s_firstPause = TimeSpan.FromMilliseconds(50);
    private static readonly TimeSpan s_longestPause = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan s_readOnlyPause = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan s_longestReadOnlyPause = TimeSpan.FromSeconds(30);
    private readonly Lock _gate = new(); // guards the budget
    private double _budget = BudgetFloor;
    private long _refilledAt;

    public bool MayRepeat(CallKind kind, IoTDBException failure, CallDeadline deadline, ref RetryState state, out TimeSpan pause)
    {
        pause = TimeSpan.Zero;
        state.Attempts++;
        if (failure is IoTDBTimeoutException or IoTDBAuthenticationException or IoTDBTlsException or IoTDBProtocolException or PoolTimeoutException || deadline.IsOver)
        {
            return false;
        }

        bool reached = failure.Outcome != Outcome.NotSent;
        if (reached)
        {
            state.Reached++;
        }

        if (!IsSafe(kind, failure) || state.Reached >= MaxReached)
        {
            return false;
        }

        state.InDoubt |= failure.Outcome == Outcome.Unknown;
        pause = PauseFor(failure, state.Attempts);
        if (deadline.Remaining != Timeout.InfiniteTimeSpan && pause >= deadline.Remaining)
        {
            return false;
        }

        // What was not sent loads no server, and a lost login happens once a connection: neither draws on the budget.
        return failure.Outcome is Outcome.NotSent or Outcome.Refused || TakeFromBudget();
    }

    /// <summary>Whether a second execution cannot do harm.</summary>
    public static bool IsSafe(CallKind kind, IoTDBException failure) => failure.Outcome switch
    {
        Outcome.NotSent => failure.IsTransient,
        Outcome.Refused => failure.IsTransient || failure.StatusCode is StatusCodes.NotLogin or StatusCodes.InternalServerError,
        Outcome.Rejected => failure.IsTransient && kind is CallKind.Query or CallKind.Write or CallKind.Create && failure.IsTransient,
        Outcome.Unknown => kind is CallKind.Query or CallKind.Write or CallKind.Create,
        _ => false,
    };

    private static TimeSpan PauseFor(IoTDBException failure, int attempt)
    {
        // The first repeat after a lost connection or login is at once: another connection is what it needs, not time.
        if (attempt == 1 && failure is IoTDBConnectionException { Outcome: not Outcome.NotSent } or { Outcome: Outcome.Refused })
        {
            return TimeSpan.Zero;
        }

        (TimeSpan first, TimeSpan longest) = failure is IoTDBReadOnlyException ? (s_readOnlyPause, s_longestReadOnlyPause) : (s_firstPause, s_longestPause);
        double milliseconds = Math.Min(first.TotalMilliseconds * Math.Pow(2, attempt - 1), longest.TotalMilliseconds);
        return TimeSpan.FromMilliseconds(milliseconds * (0.5 + (Random.Shared.NextDouble() / 2)));
    }

    // Ten a second come back, whatever the load; more than that would need a count of calls on the fast path.
    private bool TakeFromBudget()
    {
        lock (_gate)
        {
            long now = clock.GetTimestamp();
            double seconds = _refilledAt == 0 ? 0 : clock.GetElapsedTime(_refilledAt, now).TotalSeconds;
            _budget = Math.Min(BudgetCap, _budget + (seconds * BudgetFloor));
            _refilledAt = now;
            if (_budget < 1)
            {
                return false;
            }

            _budget--;
            return true;
        }
    }
}
