using IoTDB.Embedded.Paths;
using IoTDB.Embedded.Sql.Statements;
using IoTDB.Wire.Messages;

namespace IoTDB.Embedded.Engine.Statements;

/// <inheritdoc/>
internal sealed class FlushRunner : StatementRunner<FlushStatement>
{
    /// <inheritdoc/>
    public override bool Changes => true;

    /// <inheritdoc/>
    protected override ResultTable? Run(FlushStatement statement, StatementContext context)
    {
        if (statement.Databases.FirstOrDefault(path => context.Catalog.FindNode(path.Nodes)?.Database is null) is { } unknown)
        {
            throw new StatusException(StatusCode.DatabaseNotExist, $"Database {unknown} does not exist");
        }

        var flushed = statement.Databases.IsDefaultOrEmpty ? [TreePath.Everything] : statement.Databases.Select(path => path.Append(NodePattern.Many));
        foreach (var device in flushed.SelectMany(context.Catalog.MatchDevices))
        {
            device.IsUnflushed = false;
        }

        return null;
    }
}
