using Microsoft.Extensions.Logging;

namespace IoTDB.Client;

/// <summary>Says at debug level that a call is repeated, and why.</summary>
internal sealed partial class RetryLog(ILogger logger) : IRetryObserver
{
    public void Repeating(CallKind kind, IoTDBException failure, int attempts, TimeSpan pause) =>
        LogRepeat(logger, kind, attempts, failure.StatusCode, failure.Outcome, pause);

    [LoggerMessage(EventIds.CallRepeated, LogLevel.Debug, "A call of kind {Kind} is repeated after attempt {Attempt}: status {Status}, outcome {Outcome}, pause {Pause}.")]
    private static partial void LogRepeat(ILogger logger, CallKind kind, int attempt, int? status, Outcome outcome, TimeSpan pause);
}
