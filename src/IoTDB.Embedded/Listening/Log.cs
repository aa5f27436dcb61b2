using Microsoft.Extensions.Logging;

namespace IoTDB.Embedded.Listening;

/// <summary>What the listening side logs.</summary>
internal static partial class Log
{
    [LoggerMessage(EventId = 4001, Level = LogLevel.Warning, Message = "The request {Method} failed in a way nobody foresaw.")]
    public static partial void RequestFailed(ILogger logger, string method, Exception exception);
}
