namespace IoTDB.Embedded.Engine.Schema;

/// <summary>One node of the tree of names. It can be an inner node, a database and a device at once, or a series.</summary>
internal sealed class CatalogNode(string name, CatalogNode? parent)
{
    private readonly Dictionary<string, CatalogNode> _children = new(StringComparer.Ordinal);
    private CatalogNode[]? _ordered;

    /// <summary>Canonical name.</summary>
    public string Name { get; } = name;

    /// <summary>Null for root.</summary>
    public CatalogNode? Parent { get; } = parent;

    /// <summary>Canonical path from root on.</summary>
    public string Path { get; } = parent is null ? name : parent.Path + "." + name;

    /// <summary>The nodes from root on.</summary>
    public IReadOnlyList<string> Nodes { get; } = parent is null ? [name] : [.. parent.Nodes, name];

    /// <summary>Set if a database starts here.</summary>
    public Database? Database { get; set; }

    /// <summary>Set if series hang here.</summary>
    public Device? Device { get; set; }

    /// <summary>The template that devices at or below this node take their series from.</summary>
    public Template? Template { get; set; }

    /// <summary>Children that are not series, in the order the server lists them.</summary>
    public IReadOnlyList<CatalogNode> Children => _ordered ??= JavaOrder.Sort(_children.Values, child => child.Name);

    /// <summary>True if nothing is, or hangs, here.</summary>
    public bool IsEmpty => _children.Count == 0 && Database is null && Device is null && Template is null;

    public CatalogNode? Find(string name) => _children.GetValueOrDefault(name);

    public CatalogNode GetOrAdd(string name)
    {
        if (!_children.TryGetValue(name, out var child))
        {
            child = new CatalogNode(name, this);
            _children.Add(name, child);
            _ordered = null;
        }

        return child;
    }

    public void Remove(string name)
    {
        _children.Remove(name);
        _ordered = null;
    }
}
