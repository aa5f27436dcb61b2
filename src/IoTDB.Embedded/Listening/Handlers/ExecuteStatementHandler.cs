using IoTDB.Embedded.Engine;
using IoTDB.Wire.Messages;

namespace IoTDB.Embedded.Listening.Handlers;

/// <summary>Runs one SQL statement of any kind; the three methods of the protocol do the same. Source: wire reference 9.</summary>
internal sealed class ExecuteStatementHandler(string method) : RequestHandler<ExecuteStatementRequest, ExecuteStatementResponse>(method)
{
    protected override int UnforeseenCode => StatusCode.InternalServerError;

    protected override string Describe(ExecuteStatementRequest request) => request.Statement;

    protected override ExecuteStatementResponse Run(ExecuteStatementRequest request, RequestContext context)
    {
        QueryAnswers.CheckStatementId(context, request.StatementId, request.Statement);
        return StatementService.Execute(request.Statement, context) is { } result
            ? QueryAnswers.Begin(result, request.StatementId, request.FetchSize, context)
            : Refuse(new Status(StatusCode.Success, ""));
    }

    protected override ExecuteStatementResponse Refuse(Status status) => new(status);
}
