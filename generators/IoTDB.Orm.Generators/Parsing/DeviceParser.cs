using Microsoft.CodeAnalysis;

namespace IoTDB.Orm.Generators;

/// <summary>Turns a class with <c>[Device]</c> into a <see cref="DeviceModel"/>, or says why it cannot. Symbols end here.</summary>
internal static class DeviceParser
{
    /// <returns>The model, or null when there was an error.</returns>
    public static DeviceModel? Parse(INamedTypeSymbol type, AttributeData device, Findings findings, CancellationToken ct)
    {
        TypeRules.Check(type, findings, ct);
        EquatableArray<PathNode> path = PathParser.Parse(type, device, findings);
        if (findings.HasErrors)
        {
            return null;
        }

        var properties = new PropertySet(type, path, ct);
        ConstructorChoice constructor = ConstructorChoice.Of(type, properties);
        MemberRules.Check(type, properties, findings);
        TimeModel? time = TimeParser.Parse(type, properties, constructor, findings);
        EquatableArray<KeyModel> keys = KeyParser.Parse(type, path, properties, constructor, findings, ct);
        EquatableArray<MeasurementModel> measurements = MeasurementParser.ParseAll(type, properties, constructor, findings, ct);
        NameRules.Check(type, properties, measurements, findings);
        constructor.Check(type, properties, findings);
        return findings.HasErrors || time is null ? null : Model(type, path, keys, time, measurements, constructor);
    }

    private static DeviceModel Model(
        INamedTypeSymbol type,
        EquatableArray<PathNode> path,
        EquatableArray<KeyModel> keys,
        TimeModel time,
        EquatableArray<MeasurementModel> measurements,
        ConstructorChoice constructor)
    {
        var containers = new List<TypeShell>();
        bool isPublic = type.DeclaredAccessibility == Accessibility.Public;
        for (INamedTypeSymbol? outer = type.ContainingType; outer is not null; outer = outer.ContainingType)
        {
            containers.Insert(0, Shell(outer));
            isPublic &= outer.DeclaredAccessibility == Accessibility.Public;
        }

        string[] mapped = [.. keys.Select(static key => key.Property), time.Property, .. measurements.Select(static measurement => measurement.Property)];
        return new DeviceModel(
            HintName(type),
            type.NamespaceName(),
            containers.ToArray(),
            Shell(type),
            type.FullName(),
            type.ToDisplayString(),
            isPublic,
            path,
            keys,
            time,
            measurements,
            constructor.Arguments,
            constructor.Initializers(mapped));
    }

    private static TypeShell Shell(INamedTypeSymbol type)
    {
        string keyword = type.TypeKind switch
        {
            TypeKind.Struct => type.IsRecord ? "partial record struct" : "partial struct",
            TypeKind.Interface => "partial interface",
            _ => type.IsRecord ? "partial record" : "partial class",
        };
        return new TypeShell(keyword, type.Name.Escaped());
    }

    /// <summary>The full metadata name in safe characters.</summary>
    private static string HintName(INamedTypeSymbol type)
    {
        string name = type.MetadataName;
        for (INamedTypeSymbol? outer = type.ContainingType; outer is not null; outer = outer.ContainingType)
        {
            name = outer.MetadataName + "+" + name;
        }

        string full = type.ContainingNamespace.IsGlobalNamespace ? name : type.ContainingNamespace.ToDisplayString() + "." + name;
        return full.Replace("@", "");
    }
}
