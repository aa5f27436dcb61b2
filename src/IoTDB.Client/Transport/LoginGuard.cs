namespace IoTDB.Client;

/// <summary>Keeps a wrong password from locking the account: servers may lock a user after a few refused logins in ten minutes.</summary>
/// <remarks>
/// Logins in flight and refusals of the last ten minutes together never exceed three, over all endpoints: who comes then waits, or, once one
/// was refused, fails at once with that refusal. After a refusal the next try is at least 30 s away. (P-29)
/// </remarks>
internal sealed class LoginGuard(TimeProvider clock)
{
    private const int MaxAtRisk = 3;
    private static readonly TimeSpan s_window = TimeSpan.FromMinutes(10);
    private static readonly TimeSpan s_pause = TimeSpan.FromSeconds(30);
    private readonly Lock _gate = new(); // guards every field below
    private readonly List<long> _refusals = [];
    private TaskCompletionSource? _changed;
    private IoTDBAuthenticationException? _last;
    private int _inFlight;
    private bool _forgiven;

    /// <summary>Takes the place of one login; waits while others are in flight.</summary>
    /// <exception cref="IoTDBAuthenticationException">A login was refused lately, and another now could lock the account.</exception>
    public async ValueTask ReserveAsync(CancellationToken cancellationToken)
    {
        while (true)
        {
            Task changed;
            lock (_gate)
            {
                _refusals.RemoveAll(time => clock.GetElapsedTime(time) >= s_window);
                if (_refusals.Count == 0 || _forgiven || MayTryAgain())
                {
                    if (_inFlight + (_forgiven ? 0 : _refusals.Count) < MaxAtRisk)
                    {
                        _forgiven = false;
                        _inFlight++;
                        return;
                    }
                }
                else
                {
                    throw Again();
                }

                _changed ??= new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
                changed = _changed.Task;
            }

            await changed.WaitAsync(cancellationToken).ConfigureAwait(false);
        }
    }

    public void Succeeded() => End(null, proven: true);

    public void Refused(IoTDBAuthenticationException refusal) => End(refusal, proven: false);

    /// <summary>The login failed for another reason than user or password.</summary>
    public void Undecided() => End(null, proven: false);

    /// <summary>Allows one login at once, whatever was refused before.</summary>
    public void Forgive()
    {
        lock (_gate)
        {
            _forgiven = true;
        }
    }

    private void End(IoTDBAuthenticationException? refusal, bool proven)
    {
        TaskCompletionSource? changed;
        lock (_gate)
        {
            _inFlight--;
            if (refusal is not null)
            {
                _last = refusal;
                _refusals.Add(clock.GetTimestamp());
            }
            else if (proven)
            {
                _refusals.Clear();
                _last = null;
            }

            changed = _changed;
            _changed = null;
        }

        changed?.TrySetResult();
    }

    private bool MayTryAgain() => _inFlight == 0 && _refusals.Count < MaxAtRisk && clock.GetElapsedTime(_refusals[^1]) >= s_pause;

    private IoTDBAuthenticationException Again()
    {
        TimeSpan wait = _refusals.Count >= MaxAtRisk
            ? s_window - clock.GetElapsedTime(_refusals[0])
            : s_pause - clock.GetElapsedTime(_refusals[^1]);
        IoTDBAuthenticationException last = _last!;
        return new IoTDBAuthenticationException(last.Message)
        {
            StatusCode = last.StatusCode,
            ServerMessage = last.ServerMessage,
            Endpoint = last.Endpoint,
            Outcome = Outcome.NotSent,
            RetryAfter = wait > TimeSpan.Zero ? wait : TimeSpan.FromSeconds(1),
        };
    }
}
