using Microsoft.CodeAnalysis;

namespace IoTDB.Orm.Generators;

/// <summary>A property of a mapped class with what is written on it.</summary>
internal sealed class MappedProperty
{
    public MappedProperty(IPropertySymbol symbol, INamedTypeSymbol type, bool isKey)
    {
        Symbol = symbol;
        IsKey = isKey;
        Place = symbol.Place(type);
        Time = symbol.Find(KnownNames.TimeAttribute);
        Measurement = symbol.Find(KnownNames.MeasurementAttribute);
        IsIgnored = symbol.Find(KnownNames.IgnoreAttribute) is not null;
        SeriesTexts = [.. symbol.GetAttributes().Where(static data => data.AttributeClass is { } attribute
            && (attribute.Is(KnownNames.SeriesTagAttribute) || attribute.Is(KnownNames.SeriesAttributeAttribute)))];
        CanSet = symbol.SetMethod is { } setter && IsReachable(setter, type);
    }

    public IPropertySymbol Symbol { get; }

    public string Name => Symbol.Name;

    public Location? Place { get; }

    /// <summary>Whether a level of the path names it.</summary>
    public bool IsKey { get; }

    public AttributeData? Time { get; }

    public AttributeData? Measurement { get; }

    public bool IsIgnored { get; }

    /// <summary>Tags and attributes of the timeseries.</summary>
    public IReadOnlyList<AttributeData> SeriesTexts { get; }

    /// <summary>Whether generated code inside the class can set it.</summary>
    public bool CanSet { get; }

    /// <summary>Whether everyone can set it, which makes a property a measurement without being asked.</summary>
    public bool HasPublicSetter => Symbol.SetMethod?.DeclaredAccessibility == Accessibility.Public;

    /// <summary>Whether an attribute asks for it to be stored.</summary>
    public bool IsMarked => Time is not null || Measurement is not null || SeriesTexts.Count > 0;

    private static bool IsReachable(IMethodSymbol setter, INamedTypeSymbol type) => setter.DeclaredAccessibility switch
    {
        Accessibility.Public or Accessibility.Protected or Accessibility.ProtectedOrInternal => true,
        Accessibility.Internal or Accessibility.ProtectedAndInternal =>
            SymbolEqualityComparer.Default.Equals(setter.ContainingAssembly, type.ContainingAssembly),
        _ => SymbolEqualityComparer.Default.Equals(setter.ContainingType, type),
    };
}
