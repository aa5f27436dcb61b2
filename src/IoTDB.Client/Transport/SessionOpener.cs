using System.Diagnostics;
using Microsoft.Extensions.Logging;

namespace IoTDB.Client;

/// <summary>Opens sessions: chooses the endpoint, asks for the password, keeps wrong ones from locking the account.</summary>
internal sealed partial class SessionOpener : ILeasableSource<ServerSession>
{
    private readonly ClientOptions _options;
    private readonly CallDeadlines _deadlines;
    private readonly ILogger _logger;
    private readonly Dialer _dialer;
    private readonly LoginGate _logins;
    private readonly OpenFunction<ServerSession> _open;

    public SessionOpener(ClientOptions options, CallDeadlines deadlines, ILogger logger)
    {
        _options = options;
        _deadlines = deadlines;
        _logger = logger;
        _dialer = new Dialer(options);
        _logins = new LoginGate(options.TimeProvider);
        EndpointLog log = new(logger, options.Name);
        Endpoints = new EndpointSet(options.Endpoints, options.TimeProvider, Random.Shared.NextDouble, log);
        Leaders = new LeaderCache(Endpoints, options.TimeProvider, log);
        _open = OpenOnAsync;
    }

    public EndpointSet Endpoints { get; }

    public LeaderCache Leaders { get; }

    /// <exception cref="IoTDBException">No endpoint gave a session within <c>ConnectTimeout</c>.</exception>
    public ValueTask<ServerSession> OpenAsync(CancellationToken cancellationToken) => OpenAsync(default, cancellationToken);

    /// <inheritdoc/>
    public async ValueTask<ServerSession> OpenAsync(OpenHint hint, CancellationToken cancellationToken)
    {
        long started = _options.TimeProvider.GetTimestamp();
        ServerSession session;
        try
        {
            session = await Endpoints.OpenAsync(_open, hint.Preferred, hint.Avoid, _options.Pool.ConnectTimeout, cancellationToken).ConfigureAwait(false);
        }
        catch (OperationCanceledException canceled) when (canceled is not IoTDBCanceledException)
        {
            throw new IoTDBCanceledException("Waiting for a connection was cancelled.", Outcome.NotSent, cancellationToken);
        }

        if (Telemetry.CreateTime.Enabled)
        {
            TagList pool = new() { { TelemetryNames.PoolName, _options.Name } };
            Telemetry.Record(Telemetry.CreateTime, _options.TimeProvider.GetElapsedTime(started), pool);
        }

        if (hint.Preferred is { } preferred && session.Endpoint != preferred)
        {
            Leaders.Forget(preferred);
        }

        LogOpened(_logger, _options.Name, session.Endpoint);
        return session;
    }

    /// <summary>Allows one login at once, after the password was put right.</summary>
    public void ForgetRefusals() => _logins.AllowOne();

    private async ValueTask<ServerSession> OpenOnAsync(Endpoint endpoint, TimeSpan limit, CancellationToken cancellationToken)
    {
        CallDeadline deadline = _deadlines.Start(limit, cancellationToken);
        try
        {
            return await LogInAsync(endpoint, deadline).ConfigureAwait(false);
        }
        catch (IoTDBException failure)
        {
            LogOpenFailed(_logger, _options.Name, endpoint, failure.Message);
            throw;
        }
        finally
        {
            deadline.End();
        }
    }

    private async ValueTask<ServerSession> LogInAsync(Endpoint endpoint, CallDeadline deadline)
    {
        try
        {
            await _logins.EnterAsync(deadline.Token).ConfigureAwait(false);
        }
        catch (OperationCanceledException)
        {
            throw deadline.Interrupted(TimeoutPhase.Login, Outcome.NotSent, endpoint);
        }

        try
        {
            string password = _options.PasswordProvider is { } provider
                ? await AskAsync(provider, endpoint, deadline).ConfigureAwait(false)
                : _options.Session.Password!;
            ServerSession session = await ServerSession.OpenAsync(_dialer, endpoint, _options, _deadlines, Endpoints, Leaders, password, deadline).ConfigureAwait(false);
            _logins.Accepted();
            return session;
        }
        catch (IoTDBAuthenticationException refused) when (refused.StatusCode is not null)
        {
            _logins.Refused(refused);
            throw;
        }
        catch
        {
            _logins.Abandoned();
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

    [LoggerMessage(EventIds.OpenFailed, LogLevel.Debug, "No session of '{Name}' on {Endpoint}: {Reason}")]
    private static partial void LogOpenFailed(ILogger logger, string name, Endpoint endpoint, string reason);
}
