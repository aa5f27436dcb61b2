using IoTDB.Orm.Schema;

namespace IoTDB.Orm;

/// <summary>Creates a database.</summary>
public sealed class CreateDatabaseStep : SchemaStep
{
    internal CreateDatabaseStep(string path)
        : base(SchemaCategory.Additive, path, SchemaSql.CreateDatabase(path))
    {
    }

    /// <inheritdoc/>
    public override string Precondition => $"neither {Target} nor a path above or below it is a database";

    /// <inheritdoc/>
    public override string Postcondition => $"{Target} or a path above it is a database";

    internal override int Rank => 0;
}
