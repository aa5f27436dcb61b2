using IoTDB.Wire.Messages;

namespace IoTDB.Embedded.Listening.Handlers;

/// <summary>Ends the queries of the session. As in the real server the connection stays logged in. Source: wire reference 6.5.</summary>
internal sealed class CloseSessionHandler() : StatusHandler<CloseSessionRequest>(Methods.CloseSession)
{
    protected override bool NeedsLogin => false;

    protected override bool IsBookkeeping => true;

    protected override Status Run(CloseSessionRequest request, RequestContext context)
    {
        context.Session.CloseStatements();
        return new Status(StatusCode.Success);
    }
}
