using IoTDB.Embedded.Paths;
using IoTDB.Embedded.Sql.Statements;

namespace IoTDB.Embedded.Engine.Statements;

/// <inheritdoc/>
internal sealed class CountDevicesRunner : StatementRunner<CountDevicesStatement>
{
    /// <inheritdoc/>
    protected override ResultTable Run(CountDevicesStatement statement, StatementContext context)
    {
        var table = new ResultTable(("count(devices)", TsDataType.Int64));
        var found = context.Catalog.MatchDevices(statement.Pattern ?? TreePath.Everything);
        table.Add((long)SchemaConditions.Filter(found, condition: null, statement.TimeCondition).Count());
        return table;
    }
}
