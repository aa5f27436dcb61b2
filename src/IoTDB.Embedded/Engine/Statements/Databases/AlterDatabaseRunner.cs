using System.Globalization;
using IoTDB.Embedded.Engine.Schema;
using IoTDB.Embedded.Sql.Statements;
using IoTDB.Wire.Messages;

namespace IoTDB.Embedded.Engine.Statements;

/// <inheritdoc/>
internal sealed class AlterDatabaseRunner : StatementRunner<AlterDatabaseStatement>
{
    /// <inheritdoc/>
    public override bool Changes => true;

    /// <inheritdoc/>
    protected override ResultTable? Run(AlterDatabaseStatement statement, StatementContext context)
    {
        var options = statement.Options;
        if (options.TimeToLive is not null)
        {
            throw Refusal("Doesn't support ALTER TTL yet.");
        }

        if (options.TimePartitionInterval is not null)
        {
            throw Refusal("Doesn't support ALTER TimePartitionInterval yet.");
        }

        if (context.Catalog.FindNode(statement.Database.Nodes)?.Database is not { } database)
        {
            throw new StatusException(StatusCode.DatabaseNotExist, $"Failed to alter database. The Database {statement.Database} doesn't exist.");
        }

        CheckIncrease("SchemaRegionGroupNum", database.SchemaRegionGroupNum, options.SchemaRegionGroups);
        CheckIncrease("DataRegionGroupNum", database.DataRegionGroupNum, options.DataRegionGroups);

        Apply(context.Catalog, database, statement.Options);
        return null;
    }

    private static void CheckIncrease(string name, int current, int? altered)
    {
        if (altered < current)
        {
            throw Refusal(
                string.Create(CultureInfo.InvariantCulture, $"The {name} could only be increased. Current {name}: {current}, Alter {name}: {altered}"));
        }
    }

    private static StatusException Refusal(string reason) => new(StatusCode.DatabaseConfigError, $"Failed to alter database. {reason}");

    /// <summary>Takes over what is given, the TTL aside.</summary>
    internal static void Apply(Catalog catalog, Database database, DatabaseOptions options)
    {
        database.TimePartitionInterval = options.TimePartitionInterval ?? database.TimePartitionInterval;
        database.SchemaRegionGroupNum = options.SchemaRegionGroups ?? database.SchemaRegionGroupNum;
        database.DataRegionGroupNum = options.DataRegionGroups ?? database.DataRegionGroupNum;
        catalog.Kept(database);
    }
}
