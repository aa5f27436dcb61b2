using IoTDB.Wire;
using IoTDB.Wire.Messages;
using IoTDB.Wire.Thrift;

namespace IoTDB.Embedded.Listening.Handlers;

/// <summary>Who is logged in.</summary>
internal sealed class FetchAllConnectionsInfoHandler() : RequestHandler<EmptyArguments, ConnectionInfoResponse>(Methods.FetchAllConnectionsInfo)
{
    protected override bool NeedsLogin => false;

    protected override bool IsBookkeeping => true;

    protected override bool TryDecode(ReadOnlyMemory<byte> frame, in CallHeader header, WireLimits limits, out EmptyArguments request)
    {
        request = Answers.ReadArguments<EmptyArguments>(frame, header, limits);
        return true;
    }

    protected override ConnectionInfoResponse Run(EmptyArguments request, RequestContext context) => new(
        [.. context.Services.Sessions.LoggedIn.Select(session => new ConnectionInfo(
            session.Username, session.LoginTime.ToUnixTimeMilliseconds(), session.Endpoint, ConnectionType.ThriftBased))]);

    // This answer has no status to refuse with.
    protected override ConnectionInfoResponse Refuse(Status status) => new([]);
}
