using Microsoft.Extensions.Logging;

namespace IoTDB.Client;

/// <summary>Opens sessions: chooses the endpoint, asks for the password, keeps wrong ones from locking the account.</summary>
internal sealed partial class SessionOpener(ClientOptions options, CallDeadlines deadlines, ILogger logger) : ILeasableSource<ServerSession>, IOutage
{
    private readonly Dialer _dialer = new(options.Tls, options.Session, options.Pool, options.TimeProvider);
    private readonly LoginGuard _logins = new(options.TimeProvider);
    private int _next = -1;

    /// <inheritdoc/>
    public TimeSpan UntilNextTry => TimeSpan.Zero;

    /// <exception cref="IoTDBException">No endpoint gave a session within <c>ConnectTimeout</c>.</exception>
    public async ValueTask<ServerSession> OpenAsync(CancellationToken cancellationToken)
    {
        CallDeadline deadline = deadlines.Start(options.Pool.ConnectTimeout, cancellationToken);
        try
        {
            return await OpenAnyAsync(deadline).ConfigureAwait(false);
        }
        finally
        {
            deadline.End();
        }
    }

    /// <summary>Allows one login at once, after the password was put right.</summary>
    public void ForgetRefusals() => _logins.Forgive();

    private async ValueTask<ServerSession> OpenAnyAsync(CallDeadline deadline)
    {
        IReadOnlyList<Endpoint> endpoints = options.Endpoints;
        uint first = (uint)Interlocked.Increment(ref _next);
        for (int i = 0; ; i++)
        {
            Endpoint endpoint = endpoints[(int)((first + (uint)i) % (uint)endpoints.Count)];
            try
            {
                return await LogInAsync(endpoint, deadline).ConfigureAwait(false);
            }
            catch (IoTDBException failure) when (i + 1 < endpoints.Count && !deadline.IsOver
                && failure is IoTDBConnectionException or IoTDBServerUnavailableException or IoTDBTimeoutException)
            {
                LogOpenFailed(logger, options.Name, endpoint, failure.Message);
            }
        }
    }

    private async ValueTask<ServerSession> LogInAsync(Endpoint endpoint, CallDeadline deadline)
    {
        try
        {
            await _logins.ReserveAsync(deadline.Token).ConfigureAwait(false);
        }
        catch (OperationCanceledException)
        {
            throw deadline.Interrupted(TimeoutPhase.Login, Outcome.NotSent, endpoint);
        }

        try
        {
            string password = options.PasswordProvider is { } provider
                ? await AskAsync(provider, endpoint, deadline).ConfigureAwait(false)
                : options.Session.Password!;
            ServerSession session = await ServerSession.OpenAsync(_dialer, endpoint, options, deadlines, password, deadline).ConfigureAwait(false);
            _logins.Succeeded();
            LogOpened(logger, options.Name, endpoint);
            return session;
        }
        catch (IoTDBAuthenticationException refused)
        {
            _logins.Refused(refused);
            throw;
        }
        catch
        {
            _logins.Undecided();
            throw;
        }
    }

    // The callback's own words may hold the secret; they are not repeated.
    private static async ValueTask<string> AskAsync(
        Func<CancellationToken, ValueTask<string>> provider, Endpoint endpoint, CallDeadline deadline)
    {
        try
        {
            return await provider(deadline.Token).AsTask().WaitAsync(deadline.Token).ConfigureAwait(false);
        }
        catch (OperationCanceledException)
        {
            throw deadline.Interrupted(TimeoutPhase.Login, Outcome.NotSent, endpoint);
        }
        catch (Exception failure)
        {
            throw new IoTDBAuthenticationException($"The password for {endpoint} could not be had: the password callback failed with {failure.GetType().Name}.")
            {
                Endpoint = endpoint,
                Outcome = Outcome.NotSent,
            };
        }
    }

    [LoggerMessage(EventIds.SessionOpened, LogLevel.Debug, "A session of '{Name}' was opened on {Endpoint}.")]
    private static partial void LogOpened(ILogger logger, string name, Endpoint endpoint);

    [LoggerMessage(EventIds.OpenFailed, LogLevel.Debug, "No session of '{Name}' on {Endpoint}, the next endpoint is tried: {Reason}")]
    private static partial void LogOpenFailed(ILogger logger, string name, Endpoint endpoint, string reason);
}
