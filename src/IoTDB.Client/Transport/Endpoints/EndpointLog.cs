using Microsoft.Extensions.Logging;

namespace IoTDB.Client;

/// <summary>Says when endpoints fall and come back: once each, not once a call.</summary>
internal sealed partial class EndpointLog(ILogger logger, string name) : IEndpointObserver
{
    public void Rests(Endpoint endpoint, IoTDBException failure) => LogRests(logger, name, endpoint, failure.Message);

    public void IsBack(Endpoint endpoint, TimeSpan after) => LogBack(logger, name, endpoint, after);

    public void HintIgnored(string? host, int port) => LogHint(logger, name, ServerText.Escape(host ?? "", 200), port);

    public void TakesLess(Endpoint endpoint, int most, int refused) => LogTakesLess(logger, name, endpoint, refused, most);

    [LoggerMessage(EventIds.EndpointRests, LogLevel.Warning, "{Endpoint} of '{Name}' does not answer and rests: {Reason}")]
    private static partial void LogRests(ILogger logger, string name, Endpoint endpoint, string reason);

    [LoggerMessage(EventIds.EndpointBack, LogLevel.Information, "{Endpoint} of '{Name}' answers again, {After} after its last failure.")]
    private static partial void LogBack(ILogger logger, string name, Endpoint endpoint, TimeSpan after);

    [LoggerMessage(EventIds.HintIgnored, LogLevel.Information, "The server of '{Name}' recommends {Host}:{Port}, which is not configured; it is not followed.")]
    private static partial void LogHint(ILogger logger, string name, string host, int port);

    [LoggerMessage(
        EventIds.RequestLimitLearned,
        LogLevel.Warning,
        "{Endpoint} of '{Name}' takes no requests of {Refused} bytes; writes to it have {Most} at most for a while. Set MaxRequestBytes lower, or dn_thrift_max_frame_size of the server higher.")]
    private static partial void LogTakesLess(ILogger logger, string name, Endpoint endpoint, int refused, int most);
}
