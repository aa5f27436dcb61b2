using IoTDB.Embedded.Sql.Times;
using IoTDB.Wire.Messages;

namespace IoTDB.Embedded.Listening.Handlers;

/// <summary>Changes the session's time zone.</summary>
internal sealed class SetTimeZoneHandler() : StatusHandler<SetTimeZoneRequest>(Methods.SetTimeZone)
{
    protected override bool NeedsLogin => false;

    protected override bool IsBookkeeping => true;

    protected override Status Run(SetTimeZoneRequest request, RequestContext context)
    {
        if (!SqlZone.TryParse(request.TimeZone, out var zone))
        {
            return new Status(
                StatusCode.SetTimeZoneError,
                UncaughtText.OfCall(StatusCode.SetTimeZoneError, Method, $"Unknown time-zone ID: {request.TimeZone}"),
                NeedRetry: false);
        }

        context.Session.Zone = zone;
        return new Status(StatusCode.Success);
    }
}
