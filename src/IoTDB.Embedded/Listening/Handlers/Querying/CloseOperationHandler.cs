using IoTDB.Wire.Messages;

namespace IoTDB.Embedded.Listening.Handlers;

/// <summary>Ends a query, or all of a statement id. Source: wire reference 9.5.</summary>
internal sealed class CloseOperationHandler() : StatusHandler<CloseOperationRequest>(Methods.CloseOperation)
{
    protected override bool IsBookkeeping => true;

    protected override Status Run(CloseOperationRequest request, RequestContext context)
    {
        if (request.StatementId is not { } statementId)
        {
            return new Status(StatusCode.CloseOperationError, "statement id not set by client.");
        }

        if (request.QueryId is { } queryId)
        {
            context.Session.CloseQuery(queryId);
        }
        else
        {
            context.Session.CloseStatement(statementId);
        }

        return new Status(StatusCode.Success);
    }
}
