namespace IoTDB.Embedded.Engine.Schema;

/// <summary>A database of the tree model: a prefix that everything below belongs to.</summary>
internal sealed class Database(string path)
{
    /// <summary>Canonical path, e.g. <c>root.plant</c>.</summary>
    public string Path { get; } = path;

    /// <summary>Length of a time partition in milliseconds.</summary>
    public long TimePartitionInterval { get; set; } = 604_800_000;

    /// <summary>Schema regions the database may have, as set by its owner.</summary>
    public int SchemaRegionGroupNum { get; set; } = 1;

    /// <summary>Data regions the database may have, as set by its owner.</summary>
    public int DataRegionGroupNum { get; set; } = 1;
}
