using Microsoft.Extensions.Logging;

namespace IoTDB.Client;

/// <summary>Says at debug level what was executed and how long it took, and warns of queries that took long.</summary>
/// <param name="logger">Where to.</param>
/// <param name="slow">Time of a query from which on it is warned of; infinite for never.</param>
internal sealed partial class CommandLog(ILogger logger, TimeSpan slow)
{
    /// <summary>A call ended well; a streamed query with its first page.</summary>
    public void Succeeded<TCall, TResult>(in TCall call, CallKind kind, StatementDisplay display, Endpoint? endpoint, TimeSpan took)
        where TCall : ICall<TResult>
    {
        if (kind is CallKind.Query or CallKind.Statement && took >= slow && slow != Timeout.InfiniteTimeSpan)
        {
            if (logger.IsEnabled(LogLevel.Warning))
            {
                OperationInfo info = call.Describe(display);
                LogSlow(logger, info.Summary, took.TotalMilliseconds, endpoint, slow.TotalMilliseconds, info.Statement);
            }
        }
        else if (logger.IsEnabled(LogLevel.Debug))
        {
            OperationInfo info = call.Describe(display);
            LogExecuted(logger, info.Summary, took.TotalMilliseconds, endpoint, info.Statement);
        }
    }

    /// <summary>A call failed; its caller has the exception.</summary>
    public void Failed<TCall, TResult>(in TCall call, StatementDisplay display, Exception failure, Endpoint? endpoint, TimeSpan took)
        where TCall : ICall<TResult>
    {
        if (logger.IsEnabled(LogLevel.Debug))
        {
            OperationInfo info = call.Describe(display);
            IoTDBException? known = failure as IoTDBException;
            LogFailed(logger, info.Summary, took.TotalMilliseconds, known?.Endpoint ?? endpoint, failure.GetType().Name, known?.StatusCode, info.Statement);
        }
    }

    [LoggerMessage(EventIds.CallExecuted, LogLevel.Debug, "{Call} took {Milliseconds:0.###} ms on {Endpoint}. {Statement}")]
    private static partial void LogExecuted(ILogger logger, string call, double milliseconds, Endpoint? endpoint, string? statement);

    [LoggerMessage(EventIds.SlowQuery, LogLevel.Warning, "{Call} took {Milliseconds:0.###} ms on {Endpoint} to its first rows, {Threshold:0.###} ms (SlowQueryThreshold) or more. {Statement}")]
    private static partial void LogSlow(ILogger logger, string call, double milliseconds, Endpoint? endpoint, double threshold, string? statement);

    [LoggerMessage(EventIds.CallFailed, LogLevel.Debug, "{Call} failed after {Milliseconds:0.###} ms on {Endpoint} with {Error}, status {Status}. {Statement}")]
    private static partial void LogFailed(ILogger logger, string call, double milliseconds, Endpoint? endpoint, string error, int? status, string? statement);
}
