using IoTDB.Embedded.Engine.Schema;
using IoTDB.Embedded.Paths;
using IoTDB.Embedded.Sql.Statements;
using IoTDB.Wire.Messages;

namespace IoTDB.Embedded.Engine.Statements;

/// <inheritdoc/>
internal sealed class DropDatabaseRunner : StatementRunner<DropDatabaseStatement>
{
    /// <inheritdoc/>
    public override bool Changes => true;

    /// <inheritdoc/>
    protected override ResultTable? Run(DropDatabaseStatement statement, StatementContext context)
    {
        Drop(context.Catalog, statement.Patterns);
        return null;
    }

    /// <exception cref="StatusException">508 none fits.</exception>
    internal static void Drop(Catalog catalog, IReadOnlyList<TreePath> patterns)
    {
        var databases = patterns.SelectMany(catalog.MatchDatabases).ToHashSet();
        if (databases.Count == 0)
        {
            throw new StatusException(StatusCode.PathNotExist, $"Path [{string.Join(", ", patterns)}] does not exist");
        }

        foreach (var database in databases)
        {
            catalog.DropDatabase(database);
        }
    }
}
