namespace IoTDB.Orm.Schema;

/// <summary>Compares the mapped classes with a server, row by row as the rows come. Pure: no I/O, and never all rows in memory.</summary>
internal sealed class SchemaDiffer
{
    private readonly SchemaModel _model;
    private readonly HashSet<string> _databases = new(StringComparer.Ordinal);

    public SchemaDiffer(SchemaModel model)
    {
        _model = model;
        Entities = [.. model.Entities.Select(static entity => new EntityComparison(entity))];
    }

    /// <summary>One comparison a class, in the order of the model; each takes the rows of its own pattern.</summary>
    public IReadOnlyList<EntityComparison> Entities { get; }

    /// <summary>Notes a database of the server.</summary>
    public void ObserveDatabase(string path) => _databases.Add(path);

    /// <summary>All differences: databases first, then class by class and device by device, always in the same order.</summary>
    public IReadOnlyList<SchemaDifference> Differences()
    {
        List<SchemaDifference> differences = [];
        foreach ((string path, string entities) in _model.Databases)
        {
            if (DatabaseDifference(path, entities) is { } difference)
            {
                differences.Add(difference);
            }
        }

        foreach (EntityComparison entity in Entities)
        {
            entity.AppendTo(differences);
        }

        return differences;
    }

    // A database above holds the path as well, and the server would refuse ours: nothing is missing then.
    private SchemaDifference? DatabaseDifference(string path, string entities)
    {
        if (_databases.Any(existing => PathText.IsAtOrBelow(path, existing)))
        {
            return null;
        }

        string? below = _databases.Where(existing => PathText.IsAtOrBelow(existing, path)).Order(StringComparer.Ordinal).FirstOrDefault();
        return below is null
            ? new SchemaDifference(SchemaDifferenceKind.DatabaseMissing, SchemaCategory.Additive, entities, path, null, path, null)
            : new SchemaDifference(SchemaDifferenceKind.DatabaseBelow, SchemaCategory.Rewrite, entities, path, null, path, below);
    }
}
