using System.Runtime.CompilerServices;
using Microsoft.Extensions.Logging;

namespace IoTDB.Client;

public sealed partial class Session
{
    private static readonly TimeSpan s_staleAfter = TimeSpan.FromSeconds(30);

    /// <summary>Runs a call to its end: connects if need be, repeats what is safe to repeat, within one time limit.</summary>
    [AsyncMethodBuilder(typeof(PoolingAsyncValueTaskMethodBuilder<>))]
    private async ValueTask<TResult> RunAsync<TCall, TResult>(TCall call, CallKind kind, TimeSpan timeout, CancellationToken cancellationToken)
        where TCall : ICall<TResult>
    {
        cancellationToken.ThrowIfCancellationRequested();
        Enter();
        CallDeadline deadline = Context.Deadlines.Start(timeout, cancellationToken);
        bool keep = false;
        try
        {
            TResult result = await AttemptsAsync<TCall, TResult>(call, kind, deadline).ConfigureAwait(false);
            keep = result is ResultSet && _results is not null; // the session stays taken until the rows are here
            return result;
        }
        finally
        {
            deadline.End();
            if (!keep)
            {
                Leave();
            }
        }
    }

    [AsyncMethodBuilder(typeof(PoolingAsyncValueTaskMethodBuilder<>))]
    private async ValueTask<TResult> AttemptsAsync<TCall, TResult>(TCall call, CallKind kind, CallDeadline deadline)
        where TCall : ICall<TResult>
    {
        RetryState state = default;
        while (true)
        {
            TimeSpan pause;
            try
            {
                ServerSession server = await ConnectedAsync(kind, deadline).ConfigureAwait(false);
                return await call.AttemptAsync(server, deadline).ConfigureAwait(false);
            }
            catch (IoTDBException failure)
            {
                if (!Context.Retry.MayRepeat(kind, failure, deadline, ref state, out pause))
                {
                    failure.Attempts = state.Attempts;
                    throw;
                }

                if (failure.Outcome == Outcome.Refused)
                {
                    _slot.Item?.Abort(); // not logged in any more: the connection has no session
                }

                LogRepeat(Context.CommandLogger, failure.StatusCode ?? 0, failure.Outcome, pause);
            }

            await PauseAsync(pause, deadline).ConfigureAwait(false);
        }
    }

    private ValueTask<ServerSession> ConnectedAsync(CallKind kind, CallDeadline deadline)
    {
        ServerSession? server = _slot.Item;
        bool stale = kind is CallKind.Raw or CallKind.Delete or CallKind.Drop
            && Context.Clock.GetElapsedTime(0, _slot.IdleTicks) > s_staleAfter;
        return server is { IsBroken: false } && !stale ? new ValueTask<ServerSession>(server) : ReconnectAsync(server, deadline);
    }

    // A connection that lay idle for long is asked before it carries what may not be repeated; a broken one is replaced in its slot.
    private async ValueTask<ServerSession> ReconnectAsync(ServerSession? server, CallDeadline deadline)
    {
        _slot.IdleTicks = 0;
        if (server is { IsBroken: false } && await server.IsAliveAsync(deadline).ConfigureAwait(false))
        {
            return server;
        }

        try
        {
            await _pool.ReplaceAsync(_slot, deadline.Token).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (deadline.IsOver)
        {
            throw deadline.Interrupted(TimeoutPhase.Connect, Outcome.NotSent, server?.Endpoint);
        }

        ThrowIfEnded();
        return _slot.Item!;
    }

    private async ValueTask PauseAsync(TimeSpan pause, CallDeadline deadline)
    {
        if (pause <= TimeSpan.Zero)
        {
            return;
        }

        try
        {
            await Task.Delay(pause, Context.Clock, deadline.Token).ConfigureAwait(false);
        }
        catch (OperationCanceledException)
        {
            throw deadline.Interrupted(TimeoutPhase.Response, Outcome.NotSent, null);
        }
    }

    [LoggerMessage(EventIds.CallRepeated, LogLevel.Debug, "A call is repeated after status {Status}, outcome {Outcome}, pause {Pause}.")]
    private static partial void LogRepeat(ILogger logger, int status, Outcome outcome, TimeSpan pause);
}
