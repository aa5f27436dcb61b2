using IoTDB.Wire;
using IoTDB.Wire.Messages;
using IoTDB.Wire.Thrift;

namespace IoTDB.Embedded.Listening.Handlers;

/// <summary>The session's time zone.</summary>
internal sealed class GetTimeZoneHandler() : RequestHandler<TimeZoneArguments, TimeZoneResponse>(Methods.GetTimeZone)
{
    protected override bool NeedsLogin => false;

    protected override bool IsBookkeeping => true;

    protected override bool TryDecode(ReadOnlyMemory<byte> frame, in CallHeader header, WireLimits limits, out TimeZoneArguments request)
    {
        request = Answers.ReadArguments<TimeZoneArguments>(frame, header, limits);
        return true;
    }

    protected override TimeZoneResponse Run(TimeZoneArguments request, RequestContext context) =>
        new(new Status(StatusCode.Success), context.Session.Zone?.Id ?? "Unknown time zone");

    protected override TimeZoneResponse Refuse(Status status) => new(status, "");
}
