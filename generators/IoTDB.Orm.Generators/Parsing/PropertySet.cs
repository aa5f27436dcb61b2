using Microsoft.CodeAnalysis;

namespace IoTDB.Orm.Generators;

/// <summary>The properties of a mapped class that concern the mapping, those of its bases first, in the order of declaration.</summary>
internal sealed class PropertySet
{
    private readonly List<MappedProperty> _all = [];

    public PropertySet(INamedTypeSymbol type, EquatableArray<PathNode> path, CancellationToken ct)
    {
        var chain = new Stack<INamedTypeSymbol>();
        for (INamedTypeSymbol? level = type; level is { SpecialType: not SpecialType.System_Object }; level = level.BaseType)
        {
            chain.Push(level);
        }

        var keys = new HashSet<string>(path.Where(static node => node.IsKey).Select(static node => node.Text), StringComparer.Ordinal);
        foreach (IPropertySymbol property in chain.SelectMany(static level => level.GetMembers()).OfType<IPropertySymbol>())
        {
            ct.ThrowIfCancellationRequested();
            if (property is { IsStatic: false, IsIndexer: false, ExplicitInterfaceImplementations: [] } && property.Name.Length > 0)
            {
                Add(new MappedProperty(property, type, keys.Contains(property.Name)));
            }
        }
    }

    public IReadOnlyList<MappedProperty> All => _all;

    public MappedProperty? Find(string name) => _all.Find(property => property.Name == name);

    // An override or a hiding property takes the place of the one it replaces.
    private void Add(MappedProperty property)
    {
        int known = _all.FindIndex(other => other.Name == property.Name);
        bool concerns = property.Symbol.DeclaredAccessibility == Accessibility.Public || property.IsMarked || property.IsKey;
        if (!concerns)
        {
            return;
        }

        if (known < 0)
        {
            _all.Add(property);
        }
        else
        {
            _all[known] = property;
        }
    }
}
