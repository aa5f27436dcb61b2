using IoTDB.Embedded.Engine.Schema;
using IoTDB.Embedded.Sql.Statements;

namespace IoTDB.Embedded.Engine.Statements;

/// <inheritdoc/>
internal sealed class AlterDatabaseRunner : StatementRunner<AlterDatabaseStatement>
{
    /// <inheritdoc/>
    public override bool Changes => true;

    /// <inheritdoc/>
    protected override ResultTable? Run(AlterDatabaseStatement statement, StatementContext context)
    {
        if (context.Catalog.FindNode(statement.Database.Nodes)?.Database is not { } database)
        {
            throw new StatusException(StatusCode.DatabaseNotExist, $"Database {statement.Database} doesn't exist.");
        }

        if (statement.Options.TimeToLive is not null)
        {
            throw new StatusException(StatusCode.DatabaseConfigError, "Failed to alter database. Doesn't support ALTER TTL yet.");
        }

        Apply(context.Catalog, database, statement.Options);
        return null;
    }

    /// <summary>Takes over what is given, the TTL aside.</summary>
    internal static void Apply(Catalog catalog, Database database, DatabaseOptions options)
    {
        database.TimePartitionInterval = options.TimePartitionInterval ?? database.TimePartitionInterval;
        database.SchemaRegionGroupNum = options.SchemaRegionGroups ?? database.SchemaRegionGroupNum;
        database.DataRegionGroupNum = options.DataRegionGroups ?? database.DataRegionGroupNum;
        catalog.Kept(database);
    }
}
