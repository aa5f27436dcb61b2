using Microsoft.CodeAnalysis;

namespace IoTDB.Orm.Generators;

/// <summary>Names that the server would not take, or not tell apart: IOTDB0206, 0208 and 0209.</summary>
internal static class NameRules
{
    private static readonly string[] s_reserved = ["time", "timestamp", "root"];

    public static void Check(INamedTypeSymbol type, PropertySet properties, EquatableArray<MeasurementModel> measurements, Findings findings)
    {
        for (int i = 0; i < measurements.Count; i++)
        {
            MeasurementModel measurement = measurements[i];
            Location? place = properties.Find(measurement.Property)?.Place;
            string? problem = Problem(measurement.Name) ?? (measurement.Alias is { } alias ? Problem(alias) : null);
            if (problem is not null)
            {
                findings.Add(Descriptors.ReservedColumn, place, type.Name, measurement.Property, Problem(measurement.Name) is null ? measurement.Alias! : measurement.Name, problem);
            }

            for (int j = 0; j < i; j++)
            {
                Compare(type, measurements[j], measurement, place, findings);
            }
        }
    }

    /// <summary>Names that no level of a path and no measurement may have, in any case. Source: SQL reference 1.3.</summary>
    public static bool IsReserved(string name) => s_reserved.Contains(name, StringComparer.OrdinalIgnoreCase);

    private static void Compare(INamedTypeSymbol type, MeasurementModel earlier, MeasurementModel later, Location? place, Findings findings)
    {
        string[] left = Names(earlier);
        string[] right = Names(later);
        if (left.Intersect(right, StringComparer.Ordinal).FirstOrDefault() is { } same)
        {
            findings.Add(Descriptors.SameColumn, place, type.Name, earlier.Property, later.Property, same);
        }
        else if (left.Intersect(right, StringComparer.OrdinalIgnoreCase).Any())
        {
            findings.Add(Descriptors.NamesDifferByCase, place, type.Name, earlier.Property, later.Property, earlier.Name, later.Name);
        }
    }

    private static string[] Names(MeasurementModel measurement) =>
        measurement.Alias is { } alias && alias != measurement.Name ? [measurement.Name, alias] : [measurement.Name];

    private static string? Problem(string name)
    {
        if (name.Length == 0)
        {
            return "is empty";
        }

        if (IsReserved(name))
        {
            return "the server keeps for itself, quoted or not";
        }

        return name.Any(static c => char.IsControl(c) || c is '*' or '%') ? "holds a wildcard or a control character" : null;
    }
}
