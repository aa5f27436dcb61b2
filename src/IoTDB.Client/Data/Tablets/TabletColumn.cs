namespace IoTDB.Client;

/// <summary>One column of a <see cref="Tablet"/>; <see cref="TabletColumn{T}"/> holds its values.</summary>
public abstract class TabletColumn
{
    private protected TabletColumn(string name, TsDataType dataType, ColumnCategory category, int capacity)
    {
        Name = name;
        DataType = dataType;
        Category = category;
        Capacity = capacity;
    }

    /// <summary>The measurement's or column's name, as the user knows it.</summary>
    public string Name { get; }

    /// <summary>Type of its values.</summary>
    public TsDataType DataType { get; }

    /// <summary>What the column is in the table model; <see cref="ColumnCategory.Field"/> in the tree.</summary>
    public ColumnCategory Category { get; }

    /// <summary>Rows it has room for.</summary>
    public int Capacity { get; private protected set; }

    /// <summary>Whether the cell holds no value.</summary>
    public abstract bool IsNull(int row);

    /// <summary>Takes the value out of a cell.</summary>
    public abstract void SetNull(int row);

    internal abstract Type ValueType { get; }

    internal abstract void Grow(int capacity, int keep);

    internal abstract void Clear(int rows);

    internal abstract void Free();

    /// <summary>Flags of the first rows, or empty when no value is missing.</summary>
    internal abstract ReadOnlySpan<bool> NullFlags(int rows);
}
