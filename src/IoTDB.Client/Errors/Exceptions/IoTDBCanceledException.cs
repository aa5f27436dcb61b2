namespace IoTDB.Client;

/// <summary>The caller's token ended a call; says what is known about its effect.</summary>
public sealed class IoTDBCanceledException : OperationCanceledException
{
    /// <summary>A cancelled call.</summary>
    /// <param name="message">What happened.</param>
    /// <param name="outcome">What is known about its effect.</param>
    /// <param name="token">The caller's token.</param>
    /// <param name="innerException">Of a write that took several requests: the rows that were not acknowledged, each with its outcome.</param>
    public IoTDBCanceledException(string message, Outcome outcome, CancellationToken token, Exception? innerException = null)
        : base(message, innerException, token) => Outcome = outcome;

    /// <summary><see cref="Outcome.NotSent"/>, or <see cref="Outcome.Unknown"/> when the request was sent and its answer not awaited.</summary>
    public Outcome Outcome { get; }
}
