using Microsoft.CodeAnalysis;

namespace IoTDB.Orm.Generators;

/// <summary>Checks a converter and finds what it stores.</summary>
internal static class ConverterParser
{
    /// <returns>What is wrong with it, or null.</returns>
    public static string? Parse(ITypeSymbol model, INamedTypeSymbol converter, out ITypeSymbol? store)
    {
        store = null;
        if (converter.IsUnboundGenericType)
        {
            return "it is an open generic type; name its type arguments";
        }

        List<INamedTypeSymbol> matching = [.. converter.AllInterfaces.Where(candidate =>
            candidate.OriginalDefinition.ToDisplayString() == KnownNames.ValueConverter
            && SymbolEqualityComparer.Default.Equals(ValueTypes.Bare(candidate.TypeArguments[0]), model))];
        if (matching.Count != 1)
        {
            return matching.Count == 0
                ? $"it does not implement IValueConverter<{model.ShortName()}, …>"
                : $"it implements IValueConverter<{model.ShortName()}, …> more than once";
        }

        store = ValueTypes.Bare(matching[0].TypeArguments[1]);
        if (!IsDirect(converter, matching[0], "ToStore") || !IsDirect(converter, matching[0], "FromStore"))
        {
            return "its two methods must be public static methods of its own, not explicit implementations, so that they can be called without an interface";
        }

        bool visible = converter.DeclaredAccessibility is Accessibility.Public or Accessibility.Internal or Accessibility.ProtectedOrInternal
            || converter.ContainingType is not null;
        return visible ? null : "it is not visible to generated code; make it internal";
    }

    private static bool IsDirect(INamedTypeSymbol converter, INamedTypeSymbol contract, string method) =>
        contract.GetMembers(method).OfType<IMethodSymbol>().FirstOrDefault() is { } declared
        && converter.FindImplementationForInterfaceMember(declared) is IMethodSymbol { MethodKind: MethodKind.Ordinary, ContainingType.TypeKind: not TypeKind.Interface };
}
