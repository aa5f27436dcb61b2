namespace IoTDB.Client;

/// <summary>The caller's token ended a call; says what is known about its effect.</summary>
public sealed class IoTDBCanceledException : OperationCanceledException
{
    /// <summary>A cancelled call.</summary>
    public IoTDBCanceledException(string message, Outcome outcome, CancellationToken token)
        : base(message, token) => Outcome = outcome;

    /// <summary><see cref="Outcome.NotSent"/>, or <see cref="Outcome.Unknown"/> when the request was sent and its answer not awaited.</summary>
    public Outcome Outcome { get; }
}
