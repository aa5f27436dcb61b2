namespace IoTDB.Orm;

/// <summary>A column whose property is a value type: a number, a date, an enum or a converted type.</summary>
/// <typeparam name="T">The property's type without its <c>?</c>.</typeparam>
/// <remarks>A comparison with <see langword="null"/>, also one held in a variable, asks whether the cell has no value.</remarks>
#pragma warning disable CA1046, CS0660, CS0661 // == builds a filter; equality of column objects stays reference equality
public abstract partial class Column<T> : Column, IColumn<T?>, ISortableColumn
    where T : struct
{
    private readonly Func<T, FilterValue> _toStore;
    private readonly CellReader<T?> _reader;

    private protected Column(string name, TsDataType dataType, Func<T, FilterValue> toStore, CellReader<T?> reader)
        : base(name, dataType)
    {
        _toStore = toStore;
        _reader = reader;
    }

    CellReader<T?> IColumn<T?>.Reader => _reader;

    /// <summary>Rows whose value is equal.</summary>
    public static Filter operator ==(Column<T> column, T? value) => column.Compare(ComparisonOperator.Equal, value);

    /// <summary>Rows whose value is different.</summary>
    public static Filter operator !=(Column<T> column, T? value) => column.Compare(ComparisonOperator.NotEqual, value);

    /// <summary>Rows whose value is smaller.</summary>
    public static Filter operator <(Column<T> column, T value) => column.Compare(ComparisonOperator.Less, value);

    /// <summary>Rows whose value is smaller or equal.</summary>
    public static Filter operator <=(Column<T> column, T value) => column.Compare(ComparisonOperator.LessOrEqual, value);

    /// <summary>Rows whose value is greater.</summary>
    public static Filter operator >(Column<T> column, T value) => column.Compare(ComparisonOperator.Greater, value);

    /// <summary>Rows whose value is greater or equal.</summary>
    public static Filter operator >=(Column<T> column, T value) => column.Compare(ComparisonOperator.GreaterOrEqual, value);

    /// <summary>Rows whose value is one of these. None of them, when there are none.</summary>
    public Filter In(params ReadOnlySpan<T> values)
    {
        var stored = new FilterValue[values.Length];
        for (int i = 0; i < values.Length; i++)
        {
            stored[i] = _toStore(values[i]);
        }

        return new InFilter(this, stored);
    }

    /// <inheritdoc cref="In(ReadOnlySpan{T})"/>
    public Filter In(IEnumerable<T> values)
    {
        ArgumentNullException.ThrowIfNull(values);
        return new InFilter(this, [.. values.Select(_toStore)]);
    }

    /// <summary>The first value of a window in time order; null for an empty one.</summary>
    public Aggregation<T?> First() => Aggregate(AggregateFunction.First);

    /// <summary>The last value of a window in time order; null for an empty one.</summary>
    public Aggregation<T?> Last() => Aggregate(AggregateFunction.Last);

    private protected Aggregation<T?> Aggregate(AggregateFunction function) => new(function, this, _reader);

    private protected Filter Compare(ComparisonOperator comparison, T? value) =>
        value is { } known ? new ComparisonFilter(this, comparison, _toStore(known))
        : comparison == ComparisonOperator.Equal ? IsNull : IsNotNull;
}
