namespace IoTDB.Embedded.Engine.Schema;

/// <summary>One node of the tree of names. It can be an inner node, a database and a device at once, or a series.</summary>
internal sealed class CatalogNode(string name, CatalogNode? parent, long ordinal)
{
    private readonly Dictionary<string, CatalogNode> _children = new(StringComparer.Ordinal);
    private CatalogNode[]? _ordered;
    private NodeEntry[]? _entries;

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

    /// <summary>Children that are not series, in the order the server lists them.</summary>
    public IReadOnlyList<CatalogNode> Children => _ordered ??= [.. Entries.Select(entry => entry.Node).OfType<CatalogNode>()];

    /// <summary>Children of both kinds in the order the server lists them: one map holds nodes and series; the template's series follow in its own order.</summary>
    public IReadOnlyList<NodeEntry> Entries => _entries ??= [.. JavaOrder.SortConcurrent(OwnEntries(), entry => entry.Name), .. TemplateEntries()];

    /// <summary>Its place in the order of creation.</summary>
    public long Ordinal { get; } = ordinal;

    /// <summary>True if nothing is, or hangs, here.</summary>
    public bool IsEmpty => _children.Count == 0 && Database is null && Device is null;

    public CatalogNode? Find(string name) => _children.GetValueOrDefault(name);

    public CatalogNode Add(string name, long ordinal)
    {
        var child = new CatalogNode(name, this, ordinal);
        _children.Add(name, child);
        ForgetOrder();
        return child;
    }

    public void Remove(string name)
    {
        _children.Remove(name);
        ForgetOrder();
    }

    /// <summary>A child or series came or went.</summary>
    public void ForgetOrder()
    {
        _ordered = null;
        _entries = null;
    }

    private NodeEntry[] OwnEntries() =>
    [
        .. _children.Values.Select(child => new NodeEntry(child, null))
            .Concat((Device?.Members ?? []).Where(series => !series.IsFromTemplate).Select(series => new NodeEntry(null, series)))
            .OrderBy(entry => entry.Ordinal),
    ];

    private IEnumerable<NodeEntry> TemplateEntries()
    {
        var taken = (Device?.Members ?? []).Where(series => series.IsFromTemplate).ToList();
        if (taken.Count == 0)
        {
            return [];
        }

        List<string> order = [.. (Device?.Template?.Measurements ?? []).Select(schema => schema.Measurement)];
        return taken.OrderBy(series => order.IndexOf(series.Measurement)).Select(series => new NodeEntry(null, series));
    }
}
