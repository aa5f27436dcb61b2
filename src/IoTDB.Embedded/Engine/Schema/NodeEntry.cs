namespace IoTDB.Embedded.Engine.Schema;

/// <summary>A child of a node: a node of its own, or a series.</summary>
internal readonly record struct NodeEntry(CatalogNode? Node, Series? Series)
{
    /// <summary>Its place in the order of creation.</summary>
    public long Ordinal => Node?.Ordinal ?? Series!.Ordinal;

    /// <summary>Canonical name.</summary>
    public string Name => Node?.Name ?? Series!.Measurement;
}
