using System.Runtime.CompilerServices;
using IoTDB.Wire.Messages;

namespace IoTDB.Client;

public sealed partial class Session
{
    private static readonly TimeSpan s_staleAfter = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan s_youngUntil = TimeSpan.FromSeconds(10);

    /// <summary>Runs a call to its end: connects if need be, repeats what is safe to repeat, within one time limit; of a renewed one within each.</summary>
    [AsyncMethodBuilder(typeof(PoolingAsyncValueTaskMethodBuilder<>))]
    private async ValueTask<TResult> RunAsync<TCall, TResult>(
        TCall call, CallKind kind, TimeSpan timeout, CancellationToken cancellationToken, bool isRenewed = false)
        where TCall : ICall<TResult>
    {
        cancellationToken.ThrowIfCancellationRequested();
        Enter();
        CallDeadline deadline = Context.Deadlines.Start(timeout, cancellationToken);
        OperationScope scope = OperationScope.IsObserved ? OperationScope.Begin(call.Describe(Display), Context.Options.Name) : default;
        long started = Context.Clock.GetTimestamp();
        bool keep = false;
        try
        {
            TResult result = await Context.Retrier.RunAsync(
                kind, (this, call, kind, deadline), Attempts<TCall, TResult>.Function, isRenewed ? long.MaxValue : deadline.EndsAt, deadline.Token).ConfigureAwait(false);
            keep = result is ResultSet && _results is not null; // the session stays taken until the rows are here
            scope.Succeeded(_slot.Item?.Endpoint, _slot.Item?.PeerAddress);
            Context.Commands.Succeeded<TCall, TResult>(call, kind, Display, _slot.Item?.Endpoint, Context.Clock.GetElapsedTime(started));
            return result;
        }
        catch (IoTDBCanceledException ended) when (ended.CancellationToken == deadline.Token)
        {
            Exception interrupted = deadline.Interrupted(TimeoutPhase.Response, ended.Outcome, _slot.Item?.Endpoint);
            Failed<TCall, TResult>(call, scope, interrupted, started);
            throw interrupted;
        }
        catch (Exception failure)
        {
            Failed<TCall, TResult>(call, scope, failure, started);
            throw;
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

    private StatementDisplay Display => new(SqlDialect, Context.Options.LogSensitiveData);

    private void Failed<TCall, TResult>(in TCall call, in OperationScope scope, Exception failure, long started)
        where TCall : ICall<TResult>
    {
        ServerSession? server = _slot.Item;
        scope.Failed(failure, server?.Endpoint, server?.PeerAddress);
        Context.Commands.Failed<TCall, TResult>(call, Display, failure, server?.Endpoint, Context.Clock.GetElapsedTime(started));
    }

    [AsyncMethodBuilder(typeof(PoolingAsyncValueTaskMethodBuilder<>))]
    private async ValueTask<TResult> AttemptAsync<TCall, TResult>(TCall call, CallKind kind, Attempt attempt, CallDeadline deadline)
        where TCall : ICall<TResult>
    {
        ServerSession server = await ConnectedAsync(kind, attempt, deadline).ConfigureAwait(false);
        try
        {
            return await call.AttemptAsync(server, deadline).ConfigureAwait(false);
        }
        catch (IoTDBException failure) when (failure.Outcome == Outcome.Refused && failure.StatusCode != StatusCode.TooManyConcurrentQueries)
        {
            server.Abort(); // not logged in any more: the connection has no session, the next attempt opens another
            throw;
        }
        catch (IoTDBRequestTooLargeException refused) when (kind == CallKind.Write && refused.StatusCode is not null)
        {
            Context.Opener.Endpoints.Refused(server.Endpoint, server.SentBytes, refused.StatusCode.Value);
            throw;
        }
        catch (IoTDBConnectionException lost) when (kind == CallKind.Write && lost.RequestBytes > 0)
        {
            if (IsFresh(server, attempt) && Context.Opener.Endpoints.Cut(lost, server.CutsSeen) is { } tooLarge)
            {
                throw tooLarge;
            }

            throw;
        }
    }

    // One that has lain in the pool may have been dead before it was written to.
    private bool IsFresh(ServerSession server, Attempt attempt) =>
        attempt.IsRepeat || Context.Clock.GetElapsedTime(server.OpenedAt) < s_youngUntil;

    private ValueTask<ServerSession> ConnectedAsync(CallKind kind, Attempt attempt, CallDeadline deadline)
    {
        ThrowIfEnded(); // a call whose session was cut by the end of the data source is not repeated on another
        ServerSession? server = _slot.Item;
        bool stale = kind is CallKind.Statement or CallKind.Delete or CallKind.Drop
            && Context.Clock.GetElapsedTime(0, _slot.IdleTicks) > s_staleAfter;
        return server is { IsBroken: false } && !stale ? new ValueTask<ServerSession>(server) : ReconnectAsync(server, attempt.Avoid, deadline);
    }

    // A connection that lay idle for long is asked before it carries what may not be repeated; a broken one is replaced in its slot.
    private async ValueTask<ServerSession> ReconnectAsync(ServerSession? server, Endpoint? avoid, CallDeadline deadline)
    {
        _slot.IdleTicks = 0;
        if (server is { IsBroken: false } && await server.IsAliveAsync(deadline).ConfigureAwait(false))
        {
            return server;
        }

        try
        {
            await _pool.ReplaceAsync(_slot, new OpenHint(null, avoid), deadline.Token).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (deadline.IsOver)
        {
            throw deadline.Interrupted(TimeoutPhase.Connect, Outcome.NotSent, server?.Endpoint);
        }

        ThrowIfEnded();
        return _slot.Item!;
    }

    // One delegate for each kind of call, made once.
    private static class Attempts<TCall, TResult>
        where TCall : ICall<TResult>
    {
        public static readonly AttemptFunction<(Session Session, TCall Call, CallKind Kind, CallDeadline Deadline), TResult> Function =
            static (state, attempt, _) => state.Session.AttemptAsync<TCall, TResult>(state.Call, state.Kind, attempt, state.Deadline);
    }
}
