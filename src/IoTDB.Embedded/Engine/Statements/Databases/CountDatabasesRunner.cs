using IoTDB.Embedded.Paths;
using IoTDB.Embedded.Sql.Statements;

namespace IoTDB.Embedded.Engine.Statements;

/// <inheritdoc/>
internal sealed class CountDatabasesRunner : StatementRunner<CountDatabasesStatement>
{
    /// <inheritdoc/>
    protected override ResultTable Run(CountDatabasesStatement statement, StatementContext context)
    {
        var table = new ResultTable(("count", TsDataType.Int32));
        table.Add(context.Catalog.MatchDatabases(statement.Pattern ?? TreePath.Everything).Count());
        return table;
    }
}
