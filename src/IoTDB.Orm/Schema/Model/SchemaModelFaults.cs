using IoTDB.Wire.Types;

namespace IoTDB.Orm.Schema;

/// <summary>What no server could hold, found before any I/O.</summary>
internal static class SchemaModelFaults
{
    /// <summary>Faults of one class, each a readable sentence.</summary>
    public static IEnumerable<string> Of(EntitySchema entity)
    {
        if (entity.Measurements.Count == 0)
        {
            yield return $"{entity.Name} has no measurements.";
        }

        HashSet<string> names = new(StringComparer.Ordinal);
        foreach (MeasurementModel measurement in entity.Measurements)
        {
            if (!names.Add(measurement.Name))
            {
                yield return $"{entity.Name} has two measurements named '{measurement.Name}'.";
            }

            if (measurement.Alias is { } alias && !names.Add(alias))
            {
                yield return $"{entity.Name}.{measurement.PropertyName} has the alias '{alias}', which is the name of another measurement.";
            }

            foreach (string text in TextsOf(measurement).Where(static text => text.Any(IsUnprintable)))
            {
                yield return $"{entity.Name}.{measurement.PropertyName} has the tag or attribute text '{text}': the server prints tags and "
                    + "attributes without escaping, so quotes and control characters cannot be read back.";
            }
        }
    }

    /// <summary>Faults between classes that map devices in common: one timeseries has one data type.</summary>
    public static IEnumerable<string> Between(EntitySchema left, EntitySchema right)
    {
        if (!EntitySchema.Overlap(left.Wildcard, right.Wildcard))
        {
            yield break;
        }

        foreach (MeasurementModel measurement in left.Measurements)
        {
            int index = right.IndexOf(measurement.Name);
            if (index >= 0 && right.Measurements[index].DataType is var other && other != measurement.DataType)
            {
                yield return $"{left.Name} and {right.Name} map the same devices, but '{measurement.Name}' is "
                    + $"{ServerWords.Of(measurement.DataType)} in one and {ServerWords.Of(other)} in the other.";
            }
        }
    }

    private static bool IsUnprintable(char c) => c == '"' || char.IsControl(c);

    private static IEnumerable<string> TextsOf(MeasurementModel measurement) =>
        measurement.Tags.Concat(measurement.Attributes).SelectMany(static pair => new[] { pair.Key, pair.Value });
}
