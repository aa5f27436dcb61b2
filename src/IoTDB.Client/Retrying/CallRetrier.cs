using System.Runtime.CompilerServices;

namespace IoTDB.Client;

/// <summary>Runs calls, and runs them again where that is safe. Source: reliability.md 3.3.</summary>
/// <remarks>
/// Waits are never longer than what is left of the call. The failure that is thrown says what is known over all attempts, and carries the
/// earlier ones.
/// </remarks>
internal sealed class CallRetrier(RetryBudget budget, Backoff backoff, IOutage outage, TimeSpan outageWait, TimeProvider clock, IRetryObserver observer)
{
    /// <summary>Attempts that reach a server.</summary>
    public const int MaxAttempts = 3;

    /// <summary>Runs a call.</summary>
    /// <param name="kind">What the call does.</param>
    /// <param name="state">Given to every attempt.</param>
    /// <param name="attempt">Tries once.</param>
    /// <param name="deadline">Timestamp of the clock after which no wait may end; <see cref="long.MaxValue"/> is none.</param>
    /// <param name="cancellationToken">Ends attempts and waits.</param>
    /// <exception cref="IoTDBException">The last failure.</exception>
    /// <exception cref="IoTDBCanceledException">The token ended a wait.</exception>
    [AsyncMethodBuilder(typeof(PoolingAsyncValueTaskMethodBuilder<>))]
    public async ValueTask<TResult> RunAsync<TState, TResult>(
        CallKind kind, TState state, AttemptFunction<TState, TResult> attempt, long deadline, CancellationToken cancellationToken)
    {
        budget.Deposit();
        CallHistory? history = null;
        while (true)
        {
            long started = clock.GetTimestamp();
            try
            {
                return await attempt(state, history?.NextAttempt ?? new Attempt(1, null), cancellationToken).ConfigureAwait(false);
            }
            catch (IoTDBException failure)
            {
                history ??= new CallHistory(clock, outageWait);
                history.Add(failure);
                TimeSpan? pause = PauseBeforeRepeat(kind, failure, history, deadline, clock.GetElapsedTime(started));
                if (pause is null || cancellationToken.IsCancellationRequested)
                {
                    history.Conclude(failure, looksLikeFailOver: RepeatRules.For(kind, failure) == Repeat.FailOver);
                    throw;
                }

                observer.Repeating(kind, failure, history.Attempts, pause.Value);
                await WaitAsync(pause.Value, history, cancellationToken).ConfigureAwait(false);
            }
            catch (IoTDBCanceledException canceled) when (history is not null && canceled.Outcome != history.Conclude(canceled.Outcome))
            {
                throw history.Canceled(canceled.CancellationToken);
            }
        }
    }

    private TimeSpan? PauseBeforeRepeat(CallKind kind, IoTDBException failure, CallHistory history, long deadline, TimeSpan lasted)
    {
        TimeSpan? pause = RepeatRules.For(kind, failure) switch
        {
            Repeat.Unsent => PauseInOutage(history),
            Repeat.Relogin => history.Relogins <= 2 ? TimeSpan.Zero : null,
            Repeat.Once => history.Reached <= 1 && budget.TryWithdraw() ? TimeSpan.Zero : null,
            Repeat.Bounded => history.Reached < MaxAttempts && budget.TryWithdraw() ? Pause(failure, history) : null,
            Repeat.FailOver => PauseInFailOver(failure, history),
            _ => null,
        };
        if (pause is not { } wait || deadline == long.MaxValue)
        {
            return pause;
        }

        // A server that took long to refuse will take as long again: its refusal says more than the time limit the repeat would run into.
        TimeSpan needed = failure.Outcome is Outcome.Rejected or Outcome.Refused ? wait + lasted : wait;
        return clock.GetElapsedTime(clock.GetTimestamp(), deadline) <= needed ? null : pause;
    }

    // A connection that went stale in the pool is replaced at once; after that the endpoints say when to come back.
    private TimeSpan? PauseInOutage(CallHistory history)
    {
        if (history.Unsent == 1 && outage.UntilNextTry == TimeSpan.Zero)
        {
            return TimeSpan.Zero;
        }

        TimeSpan next = outage.UntilNextTry;
        TimeSpan pause = next > TimeSpan.Zero ? next : backoff.Before(history.Unsent);
        return history.OutageLeft > pause ? pause : null;
    }

    // After its attempts the call waits as for an endpoint that is down, and asks so seldom that the budget lasts until the wait is over.
    private TimeSpan? PauseInFailOver(IoTDBException failure, CallHistory history)
    {
        if (history.Reached < MaxAttempts)
        {
            return budget.TryWithdraw() ? Pause(failure, history) : null;
        }

        TimeSpan pause = backoff.InFailOver();
        return history.OutageLeft > pause && budget.TryWithdraw() ? pause : null;
    }

    private TimeSpan Pause(IoTDBException failure, CallHistory history) =>
        backoff.Before(Math.Max(history.Reached, 1), slow: failure is IoTDBReadOnlyException);

    private async ValueTask WaitAsync(TimeSpan pause, CallHistory history, CancellationToken cancellationToken)
    {
        try
        {
            if (pause > TimeSpan.Zero)
            {
                // Timers count whole milliseconds; cut down to zero, the last fraction of a rest would be spent spinning.
                TimeSpan whole = TimeSpan.FromMilliseconds(Math.Ceiling(pause.TotalMilliseconds));
                await Task.Delay(whole, clock, cancellationToken).ConfigureAwait(false);
            }

            cancellationToken.ThrowIfCancellationRequested();
        }
        catch (OperationCanceledException)
        {
            throw history.Canceled(cancellationToken);
        }
    }
}
