using Microsoft.CodeAnalysis;

namespace IoTDB.Orm.Generators;

/// <summary>Finds the time of a row: IOTDB0005, 0006 and 0007.</summary>
internal static class TimeParser
{
    public static TimeModel? Parse(INamedTypeSymbol type, PropertySet properties, ConstructorChoice constructor, Findings findings)
    {
        List<MappedProperty> times = [.. properties.All.Where(static property => property.Time is not null)];
        if (times.Count != 1)
        {
            findings.Add(Descriptors.ExactlyOneTime, times.Count > 1 ? times[1].Place : type.Place(), type.Name, times.Count == 0 ? "no" : times.Count.ToString(System.Globalization.CultureInfo.InvariantCulture));
            return null;
        }

        MappedProperty time = times[0];
        if (Kind(time.Symbol.Type) is not { } kind)
        {
            findings.Add(Descriptors.TimeType, time.Place, type.Name, time.Name, time.Symbol.Type.ShortName());
            return null;
        }

        if (kind == TimeKind.DateTime)
        {
            findings.Add(Descriptors.PreferDateTimeOffset, time.Place, type.Name, time.Name);
        }

        if (!time.CanSet && !constructor.Fills(time.Name))
        {
            findings.Add(Descriptors.CannotConstruct, time.Place, type.Name, $"nothing sets '{time.Name}'; add 'init'");
        }

        if (time.Measurement is not null || time.SeriesTexts.Count > 0)
        {
            string attribute = time.Measurement is not null ? "Measurement" : "SeriesTag";
            findings.Add(Descriptors.KeyIsMeasurement, time.Place, type.Name, time.Name, "the time of a row", attribute);
        }

        return new TimeModel(time.Name, kind);
    }

    private static TimeKind? Kind(ITypeSymbol type) => type.SpecialType switch
    {
        SpecialType.System_DateTime => TimeKind.DateTime,
        SpecialType.System_Int64 => TimeKind.Ticks,
        _ => type.ToDisplayString() == "System.DateTimeOffset" ? TimeKind.DateTimeOffset : null,
    };
}
