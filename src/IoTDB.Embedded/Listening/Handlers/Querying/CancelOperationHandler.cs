using IoTDB.Wire.Messages;

namespace IoTDB.Embedded.Listening.Handlers;

/// <summary>Refuses: the server has never had it.</summary>
internal sealed class CancelOperationHandler() : StatusHandler<CancelOperationRequest>(Methods.CancelOperation)
{
    protected override bool NeedsLogin => false;

    protected override bool IsBookkeeping => true;

    protected override Status Run(CancelOperationRequest request, RequestContext context) =>
        new(StatusCode.QueryNotAllowed, "Cancellation is not implemented");
}
