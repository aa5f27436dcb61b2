using Microsoft.CodeAnalysis;

namespace IoTDB.Orm.Generators;

/// <summary>Which constructor a reader calls, and which properties it fills: IOTDB0009.</summary>
/// <remarks>
/// A public constructor without parameters wins, then the public one with the most parameters that all name properties, then the same
/// among those that are not public: generated code lives inside the class.
/// </remarks>
internal sealed class ConstructorChoice
{
    private readonly IMethodSymbol? _constructor;
    private readonly IReadOnlyList<string> _required;

    private ConstructorChoice(IMethodSymbol? constructor, ConstructorArgument[] arguments, IReadOnlyList<string> required)
    {
        _constructor = constructor;
        Arguments = arguments;
        _required = required;
    }

    public EquatableArray<ConstructorArgument> Arguments { get; }

    public static ConstructorChoice Of(INamedTypeSymbol type, PropertySet properties)
    {
        IEnumerable<(IMethodSymbol Constructor, ConstructorArgument[]? Arguments)> candidates = type.InstanceConstructors
            .Where(constructor => !IsCopy(constructor, type))
            .Select(constructor => (constructor, Match(constructor, properties)))
            .Where(static candidate => candidate.Item2 is not null)
            .OrderByDescending(static candidate => candidate.constructor.DeclaredAccessibility == Accessibility.Public)
            .ThenByDescending(static candidate => candidate.Item2!.Length == 0)
            .ThenByDescending(static candidate => candidate.Item2!.Length);
        (IMethodSymbol? chosen, ConstructorArgument[]? arguments) = candidates.FirstOrDefault();
        bool setsRequired = chosen?.GetAttributes().Any(static data => data.AttributeClass?.Name == "SetsRequiredMembersAttribute") == true;
        return new ConstructorChoice(chosen, arguments ?? [], setsRequired ? [] : Required(type));
    }

    /// <summary>Whether the constructor fills the property.</summary>
    public bool Fills(string property) => Arguments.Any(argument => argument.Property == property);

    /// <summary>The mapped properties that are set after the constructor.</summary>
    public EquatableArray<string> Initializers(IEnumerable<string> mapped) =>
        mapped.Where(property => !Fills(property) || _required.Contains(property)).ToArray();

    public void Check(INamedTypeSymbol type, PropertySet properties, Findings findings)
    {
        if (_constructor is null)
        {
            findings.Add(Descriptors.CannotConstruct, type.Place(), type.Name, "no constructor has only parameters that name stored properties of the same type; add one, or one without parameters");
            return;
        }

        foreach (string member in _required)
        {
            if (properties.Find(member) is not { IsIgnored: false, CanSet: true })
            {
                findings.Add(Descriptors.CannotConstruct, type.Place(), type.Name, $"the required member '{member}' is not stored, so that no row could set it");
            }
        }
    }

    private static bool IsCopy(IMethodSymbol constructor, INamedTypeSymbol type) =>
        constructor.Parameters is [var only] && SymbolEqualityComparer.Default.Equals(only.Type, type);

    private static ConstructorArgument[]? Match(IMethodSymbol constructor, PropertySet properties)
    {
        var arguments = new List<ConstructorArgument>();
        foreach (IParameterSymbol parameter in constructor.Parameters)
        {
            MappedProperty? property = properties.All.FirstOrDefault(candidate =>
                string.Equals(candidate.Name, parameter.Name, StringComparison.OrdinalIgnoreCase)
                && SymbolEqualityComparer.Default.Equals(candidate.Symbol.Type, parameter.Type)
                && !candidate.IsIgnored);
            if (property is not null && parameter.RefKind is RefKind.None or RefKind.In)
            {
                arguments.Add(new ConstructorArgument(parameter.Name.Escaped(), property!.Name));
            }
            else if (!parameter.IsOptional)
            {
                return null;
            }
        }

        return [.. arguments];
    }

    private static List<string> Required(INamedTypeSymbol type)
    {
        var required = new List<string>();
        for (INamedTypeSymbol? level = type; level is not null; level = level.BaseType)
        {
            required.AddRange(level.GetMembers()
                .Where(static member => member is IPropertySymbol { IsRequired: true } or IFieldSymbol { IsRequired: true })
                .Select(static member => member.Name));
        }

        return required;
    }
}
