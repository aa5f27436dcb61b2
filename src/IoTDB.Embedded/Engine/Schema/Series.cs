using IoTDB.Embedded.Engine.Durability;
using IoTDB.Embedded.Engine.Storage;

namespace IoTDB.Embedded.Engine.Schema;

/// <summary>One timeseries: its place, its schema and its points.</summary>
internal sealed class Series
{
    private bool _isLastCached;

    public Series(long id, Device device, SeriesSchema schema)
    {
        Id = id;
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

    /// <summary>What storage knows it by.</summary>
    public long Id { get; }

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

    /// <summary>Tags by key, in the order they were added.</summary>
    public OrderedDictionary<string, string> Tags { get; } = new(StringComparer.Ordinal);

    /// <summary>Attributes by key, in the order they were added.</summary>
    public OrderedDictionary<string, string> Attributes { get; } = new(StringComparer.Ordinal);

    /// <summary>Further properties of creation (lower-case keys), e.g. <c>loss</c>.</summary>
    public IReadOnlyDictionary<string, string> Properties { get; }

    /// <summary>Its place in the order of creation.</summary>
    public required long Ordinal { get; init; }

    /// <summary>True if the schema is the device template's.</summary>
    public bool IsFromTemplate { get; init; }

    /// <summary>
    /// True once a LAST query has put the newest point into what the server calls its last cache, until points are deleted.
    /// Answers from there name the type a value is kept as, not the declared one.
    /// </summary>
    public bool IsLastCached
    {
        get => Volatile.Read(ref _isLastCached);
        set => Volatile.Write(ref _isLastCached, value);
    }

    /// <summary>
    /// Time of the newest point when a LAST query looked beyond it and found none: the server keeps a place for what comes then,
    /// and a newer point is cached as it is written.
    /// </summary>
    public long? LastAwaitedAfter { get; set; }

    /// <summary>All stored points, those older than the device's TTL too.</summary>
    public SeriesData Data { get; }

    /// <summary>Forgets what LAST queries have put aside: points were deleted.</summary>
    public void ForgetLast()
    {
        IsLastCached = false;
        LastAwaitedAfter = null;
    }

    /// <summary>What it would be created with, as it is now.</summary>
    public SeriesSchema Schema => new(Measurement, DataType, Encoding, Compression)
    {
        Alias = Alias,
        Tags = new Dictionary<string, string>(Tags),
        Attributes = new Dictionary<string, string>(Attributes),
        Properties = Properties,
    };

    /// <summary>Stores points in any order; of equal times the last one stays.</summary>
    /// <param name="times">Times; the first <paramref name="count"/> are meant. The array must not be written again.</param>
    /// <param name="values">Values, as long as <paramref name="times"/>; the same holds for it.</param>
    /// <param name="count">Number of points.</param>
    public void Write<T>(long[] times, T[] values, int count)
    {
        ((SeriesData<T>)Data).Write(times.AsSpan(0, count), values.AsSpan(0, count));
        if (count > 0)
        {
            Device.Changes?.Add(new Change.PointsWritten(Id, times, values, count));
        }
    }

    /// <summary>Removes the points of a time range, both ends included.</summary>
    public void Delete(long fromInclusive, long toInclusive)
    {
        Device.HadPoints |= Data.ReadLast().Count > 0;
        Data.Delete(fromInclusive, toInclusive);
        Device.IsUnflushed = false;
        Device.Changes?.Add(new Change.PointsDeleted(Id, fromInclusive, toInclusive));
    }

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
