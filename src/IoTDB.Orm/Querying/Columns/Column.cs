namespace IoTDB.Orm;

/// <summary>Base of the columns of a generated column set, except <see cref="BoolColumn"/>, which is a condition by itself.</summary>
/// <remarks>
/// A comparison with a cell that has no value is neither true nor false, as on the server: such rows match only
/// <see cref="IsNull"/> (or <c>== null</c>). Comparisons take the column and a constant, in this order or reversed;
/// two columns cannot be compared.
/// </remarks>
public abstract class Column : IColumn
{
    private protected Column(string name, TsDataType dataType)
    {
        ArgumentException.ThrowIfNullOrEmpty(name);
        Name = name;
        DataType = dataType;
    }

    /// <inheritdoc/>
    public string Name { get; }

    /// <inheritdoc/>
    public TsDataType DataType { get; }

    /// <summary>Rows in which this column has no value.</summary>
    public Filter IsNull => new NullFilter(this, isNull: true);

    /// <summary>Rows in which this column has a value.</summary>
    public Filter IsNotNull => new NullFilter(this, isNull: false);

    /// <summary>How many values a window has; 0 for an empty window.</summary>
    public Aggregation<long> Count() => new(AggregateFunction.Count, this, CellReaders.Count);

    /// <summary>The measurement's name.</summary>
    public override string ToString() => Name;
}
