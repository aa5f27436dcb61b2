using Microsoft.CodeAnalysis;

namespace IoTDB.Orm.Generators;

/// <summary>Members that stand in the way of generated ones, and fields of other generators: IOTDB0011 and 0012.</summary>
internal static class MemberRules
{
    private static readonly string[] s_reserved =
        ["Model", "Device", "Devices", "RentTablet", "TabletWriter", "Columns", "Latest", "Codec"];

    // Names of attributes that make a property out of a field.
    private static readonly string[] s_propertyMakers = ["ObservablePropertyAttribute", "ReactiveAttribute", "AutoNotifyAttribute"];

    public static void Check(INamedTypeSymbol type, PropertySet properties, Findings findings)
    {
        foreach (string name in s_reserved)
        {
            if (type.Name == name)
            {
                findings.Add(Descriptors.ReservedMember, type.Place(), type.ContainingNamespace.ToDisplayString(), name, "");
            }

            if (Declared(type, name) is { } member)
            {
                string way = properties.Find(name) is null ? "" : $" and keep the measurement's name with [Measurement(\"{NamingRules.SnakeCase(name)}\")]";
                findings.Add(Descriptors.ReservedMember, member.Place(type), type.Name, name, way);
            }
        }

        foreach (IFieldSymbol field in type.GetMembers().OfType<IFieldSymbol>().Where(static field => !field.IsImplicitlyDeclared))
        {
            string? maker = field.GetAttributes().Select(static data => data.AttributeClass?.Name).FirstOrDefault(s_propertyMakers.Contains);
            if (maker is not null)
            {
                findings.Add(Descriptors.OtherGeneratorsField, field.Place(type), type.Name, field.Name, maker.Substring(0, maker.Length - "Attribute".Length));
            }
        }
    }

    private static ISymbol? Declared(INamedTypeSymbol type, string name)
    {
        for (INamedTypeSymbol? level = type; level is { SpecialType: not SpecialType.System_Object }; level = level.BaseType)
        {
            bool own = SymbolEqualityComparer.Default.Equals(level, type);
            ISymbol? member = level.GetMembers(name).FirstOrDefault(candidate =>
                !candidate.IsOurOutput() && (own || candidate.DeclaredAccessibility != Accessibility.Private));
            if (member is not null)
            {
                return member;
            }
        }

        return null;
    }
}
