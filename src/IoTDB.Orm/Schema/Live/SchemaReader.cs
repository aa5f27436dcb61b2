namespace IoTDB.Orm.Schema;

/// <summary>Reads from a server what a comparison needs: one small list, and two statements a class.</summary>
internal static class SchemaReader
{
    /// <summary>Compares a server with all classes of a model; rows are compared as they come.</summary>
    public static async Task<IReadOnlyList<SchemaDifference>> CompareAsync(ISchemaServer server, SchemaModel model, CancellationToken ct)
    {
        var differ = new SchemaDiffer(model);
        await foreach (string database in server.DatabasesAsync(ct).ConfigureAwait(false))
        {
            differ.ObserveDatabase(database);
        }

        foreach (EntityComparison entity in differ.Entities)
        {
            await ReadAsync(server, entity, entity.Entity.Wildcard, ct).ConfigureAwait(false);
        }

        return differ.Differences();
    }

    /// <summary>Compares one device with what is wanted of it; a device that does not exist is a difference.</summary>
    public static async Task<IReadOnlyList<SchemaDifference>> CompareDeviceAsync(ISchemaServer server, EntitySchema device, CancellationToken ct)
    {
        var comparison = new EntityComparison(device);
        await ReadAsync(server, comparison, device.Wildcard, ct).ConfigureAwait(false);
        List<SchemaDifference> differences = [];
        comparison.AppendTo(differences);
        return differences;
    }

    private static async Task ReadAsync(ISchemaServer server, EntityComparison comparison, string pattern, CancellationToken ct)
    {
        await foreach (LiveDevice device in server.DevicesAsync(pattern, ct).ConfigureAwait(false))
        {
            comparison.Observe(device);
        }

        await foreach (LiveSeries series in server.SeriesAsync(pattern, ct).ConfigureAwait(false))
        {
            comparison.Observe(series);
        }
    }
}
