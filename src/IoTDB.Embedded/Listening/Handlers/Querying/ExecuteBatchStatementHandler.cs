using IoTDB.Embedded.Engine;
using IoTDB.Embedded.Sql;
using IoTDB.Wire.Messages;

namespace IoTDB.Embedded.Listening.Handlers;

/// <summary>Runs statements one after the other. Source: wire reference 10.1.</summary>
/// <remarks>
/// As in the real server only what fails before it runs (a parse or semantic error) makes the batch a 302; a statement that runs and is refused hides
/// behind a 200.
/// </remarks>
internal sealed class ExecuteBatchStatementHandler() : StatusHandler<ExecuteBatchStatementRequest>(Methods.ExecuteBatchStatement)
{
    protected override string Describe(ExecuteBatchStatementRequest request) => string.Join(";", request.Statements);

    protected override Status Run(ExecuteBatchStatementRequest request, RequestContext context)
    {
        var statuses = new Status[request.Statements.Length];
        var anyThrown = false;
        for (var i = 0; i < statuses.Length; i++)
        {
            try
            {
                using var rows = StatementService.Execute(request.Statements[i], context)?.Blocks;
                statuses[i] = new Status(StatusCode.Success, "");
            }
            catch (SqlException refused)
            {
                statuses[i] = new Status(refused.Code, refused.Message, NeedRetry: false);
                anyThrown = true;
            }
            catch (StatusException refused)
            {
                statuses[i] = new Status(refused.Code, refused.Message);
            }
        }

        return anyThrown
            ? new Status(StatusCode.MultipleError, SubStatus: statuses)
            : new Status(StatusCode.Success, "Execute batch statements successfully");
    }
}
