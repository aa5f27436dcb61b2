using Microsoft.CodeAnalysis;

namespace IoTDB.Orm.Generators;

/// <summary>Two classes that can mean the same device must agree about every measurement they share: IOTDB0207.</summary>
internal static class OverlapRule
{
    public static void Check(IEnumerable<LocatedModel> models, Action<Diagnostic> report)
    {
        LocatedModel[] all = [.. models.OrderBy(static model => model.Value.FullName, StringComparer.Ordinal)];
        for (int later = 1; later < all.Length; later++)
        {
            for (int earlier = 0; earlier < later; earlier++)
            {
                if (Overlap(all[earlier].Value, all[later].Value))
                {
                    Compare(all[earlier].Value, all[later], report);
                }
            }
        }
    }

    private static bool Overlap(DeviceModel left, DeviceModel right)
    {
        if (left.Path.Count != right.Path.Count)
        {
            return false;
        }

        for (int level = 0; level < left.Path.Count; level++)
        {
            if (!left.Path[level].IsKey && !right.Path[level].IsKey && left.Path[level].Text != right.Path[level].Text)
            {
                return false;
            }
        }

        return true;
    }

    private static void Compare(DeviceModel earlier, LocatedModel later, Action<Diagnostic> report)
    {
        foreach (MeasurementModel measurement in later.Value.Measurements)
        {
            MeasurementModel? other = earlier.Measurements.FirstOrDefault(candidate => candidate.Name == measurement.Name);
            if (other is not null && other.DataType != measurement.DataType)
            {
                report(Diagnostic.Create(
                    Descriptors.OverlappingDevices,
                    later.Place,
                    later.Value.DisplayName,
                    earlier.DisplayName,
                    measurement.Name,
                    measurement.DataType.ToString().ToUpperInvariant(),
                    other.DataType.ToString().ToUpperInvariant(),
                    SchemaText.Path(later.Value),
                    SchemaText.Path(earlier)));
            }
        }
    }
}
