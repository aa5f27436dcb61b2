using IoTDB.Embedded.Engine.Storage;

namespace IoTDB.Embedded.Engine.Schema;

/// <summary>One timeseries: its place, its schema and its points.</summary>
internal sealed class Series
{
    public Series(Device device, SeriesSchema schema)
    {
        Device = device;
        Measurement = schema.Measurement;
        FullPath = device.Path + "." + schema.Measurement;
        DataType = schema.DataType;
        Encoding = schema.Encoding;
        Compression = schema.Compression;
        Alias = schema.Alias;
        Properties = schema.Properties;
        foreach (var (key, value) in schema.Tags)
        {
            Tags[key] = value;
        }

        foreach (var (key, value) in schema.Attributes)
        {
            Attributes[key] = value;
        }

        Data = SeriesData.Create(DataType);
    }

    /// <summary>The device it belongs to.</summary>
    public Device Device { get; }

    /// <summary>Canonical name of the last node.</summary>
    public string Measurement { get; }

    /// <summary>Canonical path.</summary>
    public string FullPath { get; }

    /// <summary>Type of its points.</summary>
    public TsDataType DataType { get; }

    /// <summary>Encoding as declared; the embedded store keeps arrays whatever it says.</summary>
    public TsEncoding Encoding { get; }

    /// <summary>Compression as declared.</summary>
    public TsCompression Compression { get; }

    /// <summary>Second name of the measurement under its device, canonical.</summary>
    public string? Alias { get; set; }

    /// <summary>Tags by key.</summary>
    public Dictionary<string, string> Tags { get; } = new(StringComparer.Ordinal);

    /// <summary>Attributes by key.</summary>
    public Dictionary<string, string> Attributes { get; } = new(StringComparer.Ordinal);

    /// <summary>Further properties of creation (lower-case keys), e.g. <c>loss</c>.</summary>
    public IReadOnlyDictionary<string, string> Properties { get; }

    /// <summary>True if the schema is the device template's.</summary>
    public bool IsFromTemplate { get; init; }

    /// <summary>All stored points, those older than the device's TTL too.</summary>
    public SeriesData Data { get; }

    /// <summary>The points a query may see: <see cref="SeriesData.Read"/> without what is older than the device's TTL.</summary>
    public IReadOnlyList<ColumnSlice> Read(long fromInclusive, long toInclusive) =>
        Data.Read(Math.Max(fromInclusive, Device.OldestVisibleTime()), toInclusive);

    /// <summary>The newest point a query may see, or an empty slice.</summary>
    public ColumnSlice ReadLast()
    {
        var last = Data.ReadLast();
        return last.Count == 1 && last.Times[0] < Device.OldestVisibleTime() ? last.Slice(0, 0) : last;
    }
}
