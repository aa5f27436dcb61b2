namespace IoTDB.Orm.Schema;

/// <summary>Turns differences into steps. Pure.</summary>
internal static class SchemaPlanner
{
    /// <summary>Plans the additive steps; everything else becomes a conflict or is reported.</summary>
    public static SchemaPlan Plan(SchemaModel model, IEnumerable<SchemaDifference> differences)
    {
        List<SchemaStep> steps = [];
        List<SchemaDifference> conflicts = [];
        List<SchemaDifference> reported = [];
        Dictionary<string, List<MeasurementModel>> devices = new(StringComparer.Ordinal);
        foreach (SchemaDifference difference in differences)
        {
            switch (difference.Kind)
            {
                case SchemaDifferenceKind.DatabaseMissing:
                    steps.Add(new CreateDatabaseStep(difference.Path));
                    break;
                case SchemaDifferenceKind.DeviceMissing or SchemaDifferenceKind.SeriesMissing:
                    AddMissing(devices, model, difference);
                    break;
                default:
                    (difference.Category == SchemaCategory.Metadata ? reported : conflicts).Add(difference);
                    break;
            }
        }

        steps.AddRange(devices.Select(static pair => new CreateSeriesStep(pair.Key, pair.Value)));
        return new SchemaPlan([.. steps.OrderBy(static s => s.Rank).ThenBy(static s => s.Target, StringComparer.Ordinal)], conflicts, reported);
    }

    // Two classes may map the same device: their measurements go into one statement, because the server wants one writer a device.
    private static void AddMissing(Dictionary<string, List<MeasurementModel>> devices, SchemaModel model, SchemaDifference difference)
    {
        if (!devices.TryGetValue(difference.Path, out List<MeasurementModel>? measurements))
        {
            measurements = [];
            devices.Add(difference.Path, measurements);
        }

        // A new device gets what every class of its path asks for, else the next plan would not be empty.
        bool whole = difference.Measurement is null;
        foreach (EntitySchema entity in model.Entities.Where(entity => whole ? EntitySchema.Overlap(entity.Wildcard, difference.Path) : entity.Name == difference.Entity))
        {
            measurements.AddRange(entity.Measurements.Where(wanted =>
                (whole || difference.Measurement == wanted.Name) && !measurements.Exists(m => m.Name == wanted.Name)));
        }
    }
}
