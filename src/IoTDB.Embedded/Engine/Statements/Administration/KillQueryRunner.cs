using IoTDB.Embedded.Sql.Statements;
using IoTDB.Wire.Messages;

namespace IoTDB.Embedded.Engine.Statements;

/// <inheritdoc/>
internal sealed class KillQueryRunner : StatementRunner<KillQueryStatement>
{
    /// <inheritdoc/>
    protected override ResultTable? Run(KillQueryStatement statement, StatementContext context) =>
        statement.QueryId is null ? null : throw new StatusException(StatusCode.InternalServerError, $"No such query: {statement.QueryId}");
}
