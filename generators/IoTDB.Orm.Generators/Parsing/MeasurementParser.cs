using Microsoft.CodeAnalysis;

namespace IoTDB.Orm.Generators;

/// <summary>Finds the properties that are stored, and as what: IOTDB0008, 0010, 0101 to 0107.</summary>
internal static class MeasurementParser
{
    public static EquatableArray<MeasurementModel> ParseAll(
        INamedTypeSymbol type, PropertySet properties, ConstructorChoice constructor, Findings findings, CancellationToken ct)
    {
        var measurements = new List<MeasurementModel>();
        bool any = false;
        foreach (MappedProperty property in properties.All.Where(static property => !property.IsKey && property.Time is null && !property.IsIgnored))
        {
            ct.ThrowIfCancellationRequested();
            bool isSet = property.HasPublicSetter || constructor.Fills(property.Name) || (property.IsMarked && property.CanSet);
            if (!isSet || property.Symbol.GetMethod is null)
            {
                ReportUnset(type, property, findings);
                continue;
            }

            any = true;
            if (Parse(type, property, measurements, findings, ct) is { } measurement)
            {
                measurements.Add(measurement);
            }
        }

        if (!any)
        {
            findings.Add(Descriptors.NoMeasurements, type.Place(), type.Name);
        }

        return measurements.ToArray();
    }

    private static MeasurementModel? Parse(
        INamedTypeSymbol type, MappedProperty property, List<MeasurementModel> earlier, Findings findings, CancellationToken ct)
    {
        MeasurementOptions options = MeasurementOptions.Of(property);
        if (StorageParser.Parse(type, property, options, findings, ct) is not { } storage)
        {
            return null;
        }

        bool nullable = ValueTypes.IsNullable(property.Symbol.Type);
        if (!nullable && options.OnNull is null)
        {
            findings.Add(Descriptors.NullReadThrows, property.Place, type.Name, property.Name, property.Symbol.Type.ShortName());
        }

        return new MeasurementModel(
            property.Name,
            property.Name.ParameterName(earlier.Select(static other => other.Parameter)),
            options.Name ?? NamingRules.Apply(type.ContainingAssembly, property.Name),
            storage.DataType,
            options.Encoding,
            options.Compression,
            options.Alias,
            Texts(property, KnownNames.SeriesTagAttribute),
            Texts(property, KnownNames.SeriesAttributeAttribute),
            storage.Value,
            nullable,
            options.OnNull == 1,
            property.Symbol.Summary(ct));
    }

    private static EquatableArray<SeriesText> Texts(MappedProperty property, string attribute) => property.SeriesTexts
        .Where(data => data.AttributeClass!.Is(attribute))
        .Select(static data => new SeriesText(data.ConstructorArguments[0].Value as string ?? "", data.ConstructorArguments[1].Value as string ?? ""))
        .ToArray();

    // Computed properties say nothing by having no setter; stored ones that nobody can fill do.
    private static void ReportUnset(INamedTypeSymbol type, MappedProperty property, Findings findings)
    {
        if (property.Symbol.GetMethod is null)
        {
            findings.Add(Descriptors.CannotStore, property.Place, type.Name, property.Name, property.Symbol.Type.ShortName(), "it has no getter; add one, or mark it [IoTDBIgnore]");
        }
        else if (property.IsMarked || property.Symbol.SetMethod is not null || IsAutomatic(property.Symbol))
        {
            findings.Add(Descriptors.NoSetter, property.Place, type.Name, property.Name);
        }
    }

    private static bool IsAutomatic(IPropertySymbol property) => property.ContainingType.GetMembers().OfType<IFieldSymbol>()
        .Any(field => SymbolEqualityComparer.Default.Equals(field.AssociatedSymbol, property));
}
