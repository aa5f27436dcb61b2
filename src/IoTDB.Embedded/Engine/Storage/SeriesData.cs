namespace IoTDB.Embedded.Engine.Storage;

/// <summary>The points of one series in time order.</summary>
/// <remarks>Safe for any number of readers and writers at once; what was read stays as it was (see <see cref="ColumnSlice"/>).</remarks>
internal abstract class SeriesData
{
    /// <summary>Number of points.</summary>
    public abstract long Count { get; }

    /// <summary>An empty column for points of <paramref name="dataType"/>.</summary>
    public static SeriesData Create(TsDataType dataType) => dataType switch
    {
        TsDataType.Boolean => new SeriesData<bool>(),
        TsDataType.Int32 or TsDataType.Date => new SeriesData<int>(),
        TsDataType.Int64 or TsDataType.Timestamp => new SeriesData<long>(),
        TsDataType.Float => new SeriesData<float>(),
        TsDataType.Double => new SeriesData<double>(),
        TsDataType.Text or TsDataType.String or TsDataType.Blob => new SeriesData<byte[]>(),
        _ => throw new ArgumentOutOfRangeException(nameof(dataType), dataType, "Not a type of a stored series."),
    };

    /// <summary>The points of a time range, both ends included, as consecutive slices ascending in time; nothing is copied.</summary>
    public abstract IReadOnlyList<ColumnSlice> Read(long fromInclusive, long toInclusive);

    /// <summary>The newest point as a slice of one, or an empty slice.</summary>
    public abstract ColumnSlice ReadLast();

    /// <summary>Removes the points of a time range, both ends included.</summary>
    public abstract void Delete(long fromInclusive, long toInclusive);
}
