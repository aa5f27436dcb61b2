using IoTDB.Wire.Messages;

namespace IoTDB.Embedded.Listening.Handlers;

/// <summary>Runs one SQL statement of any kind; the methods of the protocol differ in name and layout only. Source: wire reference 9.</summary>
internal sealed class ExecuteStatementHandler(string method, bool isLegacy = false) : QueryHandler<ExecuteStatementRequest>(method, isLegacy)
{
    protected override string Describe(ExecuteStatementRequest request) => request.Statement;

    protected override ResultSource? Open(ExecuteStatementRequest request, RequestContext context) =>
        StatementService.Execute(request.Statement, context, request.Timeout);

    protected override long StatementIdOf(ExecuteStatementRequest request) => request.StatementId;

    protected override int? FetchSizeOf(ExecuteStatementRequest request) => request.FetchSize;
}
