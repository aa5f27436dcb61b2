using IoTDB.Embedded.Sql.Statements;
using IoTDB.Wire.Messages;

namespace IoTDB.Embedded.Engine.Statements;

/// <inheritdoc/>
internal sealed class CreateDatabaseRunner : StatementRunner<CreateDatabaseStatement>
{
    /// <inheritdoc/>
    public override bool Changes => true;

    /// <inheritdoc/>
    protected override ResultTable? Run(CreateDatabaseStatement statement, StatementContext context)
    {
        var options = statement.Options;
        CheckPositive("dataRegionGroupNum", options.DataRegionGroups);
        CheckPositive("schemaRegionGroupNum", options.SchemaRegionGroups);
        CheckPositive("timePartitionInterval", options.TimePartitionInterval);

        var database = context.Catalog.CreateDatabase(statement.Database.Nodes);
        AlterDatabaseRunner.Apply(context.Catalog, database, statement.Options);
        if (statement.Options.TimeToLive is { } milliseconds)
        {
            context.Catalog.Ttl.Set(database.Path, milliseconds);
            context.Catalog.Ttl.Set(database.Path + ".**", milliseconds);
        }

        return null;
    }

    private static void CheckPositive(string name, long? value)
    {
        if (value <= 0)
        {
            throw new StatusException(StatusCode.DatabaseConfigError, $"Failed to create database. The {name} should be positive.");
        }
    }
}
