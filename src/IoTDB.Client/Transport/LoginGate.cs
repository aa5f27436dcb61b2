namespace IoTDB.Client;

/// <summary>Keeps a wrong password from locking the account: logins in flight and refusals of the last ten minutes are at most three.</summary>
/// <remarks>Over all endpoints and callers, since the server counts by user and address. Source: reliability.md P-29.</remarks>
internal sealed class LoginGate(TimeProvider clock)
{
    private const int Places = 3;
    private static readonly TimeSpan s_memory = TimeSpan.FromMinutes(10);

    /// <summary>After a refusal nothing is tried for so long.</summary>
    public static readonly TimeSpan Rest = TimeSpan.FromSeconds(30);

    private readonly Lock _gate = new(); // guards the fields below
    private readonly Queue<long> _refused = new(); // timestamps, oldest first
    private readonly Queue<TaskCompletionSource> _waiting = new();
    private IoTDBAuthenticationException? _last;
    private int _inFlight;
    private bool _oneTry;

    /// <summary>Takes a place, or waits for one that a login in flight may give back. End with one of the three methods below.</summary>
    /// <exception cref="IoTDBAuthenticationException">A login was refused a short time ago; no other is tried yet.</exception>
    public ValueTask EnterAsync(CancellationToken cancellationToken) =>
        EnterOrQueue() is { } turn ? WaitAsync(turn, cancellationToken) : ValueTask.CompletedTask;

    /// <summary>The login succeeded: the password is right, old refusals say nothing any more.</summary>
    public void Accepted() => End(() =>
    {
        _refused.Clear();
        _last = null;
    });

    /// <summary>The server refused the login.</summary>
    public void Refused(IoTDBAuthenticationException refusal) => End(() =>
    {
        _refused.Enqueue(clock.GetTimestamp());
        _last = refusal;
    });

    /// <summary>The login ended without the server's verdict.</summary>
    public void Abandoned() => End(static () => { });

    /// <summary>Allows one login at once: somebody says that something has changed.</summary>
    public void AllowOne()
    {
        lock (_gate)
        {
            _oneTry = _last is not null;
        }
    }

    private async ValueTask WaitAsync(TaskCompletionSource? turn, CancellationToken cancellationToken)
    {
        while (turn is not null)
        {
            await turn.Task.WaitAsync(cancellationToken).ConfigureAwait(false);
            turn = EnterOrQueue();
        }
    }

    // Null: a place was taken; else what ends when it is worth looking again.
    private TaskCompletionSource? EnterOrQueue()
    {
        lock (_gate)
        {
            Forget();
            if (_oneTry && _inFlight == 0)
            {
                _oneTry = false;
                _inFlight++;
                return null;
            }

            ThrowWhileRefused();
            if (_inFlight + _refused.Count < Places)
            {
                _inFlight++;
                return null;
            }

            TaskCompletionSource turn = new(TaskCreationOptions.RunContinuationsAsynchronously);
            _waiting.Enqueue(turn);
            return turn;
        }
    }

    private void End(Action verdict)
    {
        List<TaskCompletionSource> woken = [];
        lock (_gate)
        {
            _inFlight--;
            verdict();
            while (_waiting.TryDequeue(out TaskCompletionSource? turn))
            {
                woken.Add(turn); // all look again: places are few, and a refusal ends every wait
            }
        }

        woken.ForEach(turn => turn.SetResult());
    }

    private void Forget()
    {
        while (_refused.TryPeek(out long at) && clock.GetElapsedTime(at) >= s_memory)
        {
            _refused.Dequeue();
        }
    }

    private void ThrowWhileRefused()
    {
        if (_last is null || _refused.Count == 0)
        {
            return;
        }

        TimeSpan wait = _refused.Count >= Places
            ? s_memory - clock.GetElapsedTime(_refused.Peek())
            : Rest - clock.GetElapsedTime(_refused.Last());
        if (wait > TimeSpan.Zero)
        {
            throw new IoTDBAuthenticationException($"{_last.Message} No further login is tried for a while, so that the account is not locked.", _last)
            {
                StatusCode = _last.StatusCode,
                Endpoint = _last.Endpoint,
                ServerMessage = _last.ServerMessage,
                Outcome = Outcome.NotSent,
                RetryAfter = wait,
            };
        }
    }
}
