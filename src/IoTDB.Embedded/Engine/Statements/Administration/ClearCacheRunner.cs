using IoTDB.Embedded.Sql.Statements;

namespace IoTDB.Embedded.Engine.Statements;

/// <inheritdoc/>
internal sealed class ClearCacheRunner : StatementRunner<ClearCacheStatement>
{
    /// <inheritdoc/>
    protected override ResultTable? Run(ClearCacheStatement statement, StatementContext context) => null;
}
