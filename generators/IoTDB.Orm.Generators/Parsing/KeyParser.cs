using Microsoft.CodeAnalysis;

namespace IoTDB.Orm.Generators;

/// <summary>Finds the properties that fill the levels of the path: IOTDB0202, 0203 and 0212.</summary>
internal static class KeyParser
{
    public static EquatableArray<KeyModel> Parse(
        INamedTypeSymbol type,
        EquatableArray<PathNode> path,
        PropertySet properties,
        ConstructorChoice constructor,
        Findings findings,
        CancellationToken ct)
    {
        var keys = new List<KeyModel>();
        foreach (PathNode node in path.Where(static node => node.IsKey))
        {
            MappedProperty? property = properties.Find(node.Text);
            if (property is null)
            {
                Location? place = type.Find(KnownNames.DeviceAttribute) is { } device ? PathParser.Place(device) : null;
                findings.Add(Descriptors.PlaceholderWithoutProperty, place, node.Text, type.Name, Suggestion(properties, node.Text));
                continue;
            }

            if (Problem(property, constructor) is { } problem)
            {
                findings.Add(Descriptors.KeyProperty, property.Place, type.Name, property.Name, problem);
                continue;
            }

            if (property.Measurement is not null || property.SeriesTexts.Count > 0 || property.Time is not null)
            {
                string attribute = property.Measurement is not null ? "Measurement" : property.Time is not null ? "Time" : "SeriesTag";
                findings.Add(Descriptors.KeyIsMeasurement, property.Place, type.Name, property.Name, "a level of the path", attribute);
            }

            ITypeSymbol value = property.Symbol.Type;
            keys.Add(new KeyModel(
                property.Name,
                property.Name.ParameterName(keys.Select(static other => other.Parameter)),
                Kind(value)!.Value,
                value.FullName(),
                property.Symbol.Summary(ct),
                value is INamedTypeSymbol { TypeKind: TypeKind.Enum } enumeration ? EnumMembers.Of(enumeration) : default));
        }

        return keys.ToArray();
    }

    private static string? Problem(MappedProperty property, ConstructorChoice constructor)
    {
        ITypeSymbol type = property.Symbol.Type;
        if (type.NullableAnnotation == NullableAnnotation.Annotated)
        {
            return "is nullable, but a level of a path always has a value; remove the '?'";
        }

        if (Kind(type) is null)
        {
            return $"has type '{type.ShortName()}', which is neither a string nor an integer nor an enum";
        }

        if (!property.CanSet && !constructor.Fills(property.Name))
        {
            return "has no setter; add 'init'";
        }

        return property.Symbol.IsRequired || constructor.Fills(property.Name) ? null : "can be left out when a row is made; write 'required'";
    }

    private static KeyKind? Kind(ITypeSymbol type) => type.SpecialType switch
    {
        SpecialType.System_String => KeyKind.Text,
        >= SpecialType.System_SByte and <= SpecialType.System_UInt64 => KeyKind.Integer,
        _ => type.TypeKind == TypeKind.Enum ? KeyKind.Enum : null,
    };

    private static string Suggestion(PropertySet properties, string name)
    {
        MappedProperty? near = properties.All.FirstOrDefault(property => string.Equals(property.Name, name, StringComparison.OrdinalIgnoreCase));
        return near is null ? "; add a public required property of this name" : $"; did you mean '{near.Name}'?";
    }
}
