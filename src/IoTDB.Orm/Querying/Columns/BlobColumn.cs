namespace IoTDB.Orm;

/// <summary>A column of bytes: it can be read, counted and tested for null.</summary>
public sealed class BlobColumn : Column, IColumn<byte[]?>
{
    /// <summary>A BLOB column; called by generated code.</summary>
    /// <param name="name">Name of the measurement, unquoted.</param>
    public BlobColumn(string name)
        : base(name, TsDataType.Blob)
    {
    }

    CellReader<byte[]?> IColumn<byte[]?>.Reader => CellReaders.Blob;

    /// <summary>The first value of a window in time order; null for an empty one.</summary>
    public Aggregation<byte[]?> First() => new(AggregateFunction.First, this, CellReaders.Blob);

    /// <summary>The last value of a window in time order; null for an empty one.</summary>
    public Aggregation<byte[]?> Last() => new(AggregateFunction.Last, this, CellReaders.Blob);
}
