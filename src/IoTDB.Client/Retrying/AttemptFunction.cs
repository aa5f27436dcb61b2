namespace IoTDB.Client;

/// <summary>Tries a call once. Every failure but cancellation is an <see cref="IoTDBException"/> with its outcome.</summary>
internal delegate ValueTask<TResult> AttemptFunction<in TState, TResult>(TState state, Attempt attempt, CancellationToken cancellationToken);
