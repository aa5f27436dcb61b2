namespace IoTDB.Orm;

/// <summary>A column of a converted class; compared in its stored form.</summary>
/// <typeparam name="T">The property's type.</typeparam>
#pragma warning disable CS0660, CS0661 // == builds a filter; equality of column objects stays reference equality
public abstract class ReferenceColumn<T> : Column, IColumn<T?>, ISortableColumn
    where T : class
{
    private readonly Func<T, FilterValue> _toStore;
    private readonly CellReader<T?> _reader;

    private protected ReferenceColumn(string name, TsDataType dataType, Func<T, FilterValue> toStore, CellReader<T?> reader)
        : base(name, dataType)
    {
        _toStore = toStore;
        _reader = reader;
    }

    CellReader<T?> IColumn<T?>.Reader => _reader;

    /// <summary>Rows whose value is equal; with <see langword="null"/>, rows without a value.</summary>
    public static Filter operator ==(ReferenceColumn<T> column, T? value) => column.Compare(ComparisonOperator.Equal, value);

    /// <summary>Rows whose value is different; with <see langword="null"/>, rows with a value.</summary>
    public static Filter operator !=(ReferenceColumn<T> column, T? value) => column.Compare(ComparisonOperator.NotEqual, value);

    /// <summary>Rows whose value is one of these. None of them, when there are none.</summary>
    public Filter In(params IEnumerable<T> values)
    {
        ArgumentNullException.ThrowIfNull(values);
        return new InFilter(this, [.. values.Select(_toStore)]);
    }

    /// <summary>The first value of a window in time order; null for an empty one.</summary>
    public Aggregation<T?> First() => new(AggregateFunction.First, this, _reader);

    /// <summary>The last value of a window in time order; null for an empty one.</summary>
    public Aggregation<T?> Last() => new(AggregateFunction.Last, this, _reader);

    private Filter Compare(ComparisonOperator comparison, T? value) =>
        value is not null ? new ComparisonFilter(this, comparison, _toStore(value))
        : comparison == ComparisonOperator.Equal ? IsNull : IsNotNull;
}
