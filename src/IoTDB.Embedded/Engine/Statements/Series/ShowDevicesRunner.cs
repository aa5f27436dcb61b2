using IoTDB.Embedded.Engine.Schema;
using IoTDB.Embedded.Paths;
using IoTDB.Embedded.Sql.Statements;
using IoTDB.Wire.Messages;

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

        var page = table.Page(statement.Limit, statement.Offset);
        RefuseRoot(page);
        return page;
    }

    // The server reads the path of each device again to find its TTL, and there "root" stands only in front.
    private static void RefuseRoot(ResultTable page)
    {
        if (page.Rows.Select(row => (string)row[0]!).FirstOrDefault(path => PathText.SplitCanonical(path).Skip(1).Contains("root")) is { } path)
        {
            throw new StatusException(StatusCode.IllegalPath, $"{path} is not a legal path");
        }
    }
}
