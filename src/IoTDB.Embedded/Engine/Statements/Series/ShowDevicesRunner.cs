using IoTDB.Embedded.Paths;
using IoTDB.Embedded.Sql.Statements;

namespace IoTDB.Embedded.Engine.Statements;

/// <inheritdoc/>
internal sealed class ShowDevicesRunner : StatementRunner<ShowDevicesStatement>
{
    /// <inheritdoc/>
    protected override ResultTable Run(ShowDevicesStatement statement, StatementContext context)
    {
        var table = statement.WithDatabase
            ? ResultTable.OfText("Device", "Database", "IsAligned", "Template", "TTL(ms)")
            : ResultTable.OfText("Device", "IsAligned", "Template", "TTL(ms)");
        var found = SchemaConditions.Filter(
            context.Catalog.MatchDevices(statement.Pattern ?? TreePath.Everything), statement.Condition, statement.TimeCondition);
        foreach (var device in found)
        {
            object?[] rest = [device.IsAligned ? "true" : "false", device.Template?.Name, ShowTtlRunner.Text(device.Ttl)];
            table.Add(statement.WithDatabase ? [device.Path, device.Database.Path, .. rest] : [device.Path, .. rest]);
        }

        return table.Page(statement.Limit, statement.Offset);
    }
}
