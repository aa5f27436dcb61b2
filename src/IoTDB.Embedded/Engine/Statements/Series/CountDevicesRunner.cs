using IoTDB.Embedded.Engine.Schema;
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
        var pattern = statement.Pattern ?? TreePath.Everything;
        var found = context.Catalog.MatchDevices(pattern);

        // SHOW does not list it, nor does a condition over time find it, but "database.**" counts a database that is a device, too.
        if (statement.TimeCondition is null && pattern is { Last: NodePattern.Many, Length: > 1 })
        {
            found = found.Concat(context.Catalog.MatchNodes(pattern.Parent.Nodes).Where(node => node.Database is not null).Select(node => node.Device).OfType<Device>()).Distinct();
        }

        table.Add((long)SchemaConditions.Filter(found, condition: null, statement.TimeCondition).Count());
        return table;
    }
}
