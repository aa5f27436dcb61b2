namespace IoTDB.Orm;

/// <summary>A BOOLEAN column. It is a condition by itself: <c>r.Running</c> matches rows whose value is true, <c>!r.Running</c> those whose value is false.</summary>
#pragma warning disable CS0660, CS0661 // == builds a filter; equality of column objects stays reference equality
public sealed class BoolColumn : Filter, IColumn<bool?>, ISortableColumn
{
    /// <summary>A BOOLEAN column; called by generated code.</summary>
    /// <param name="name">Name of the measurement, unquoted.</param>
    public BoolColumn(string name)
    {
        ArgumentException.ThrowIfNullOrEmpty(name);
        Name = name;
    }

    CellReader<bool?> IColumn<bool?>.Reader => CellReaders.Boolean;

    /// <inheritdoc/>
    public string Name { get; }

    /// <inheritdoc/>
    public TsDataType DataType => TsDataType.Boolean;

    /// <inheritdoc cref="Column.IsNull"/>
    public Filter IsNull => new NullFilter(this, isNull: true);

    /// <inheritdoc cref="Column.IsNotNull"/>
    public Filter IsNotNull => new NullFilter(this, isNull: false);

    /// <summary>Rows with this value; with <see langword="null"/>, rows without a value.</summary>
    public static Filter operator ==(BoolColumn column, bool? value) =>
        value is { } known ? new ComparisonFilter(column, ComparisonOperator.Equal, FilterValue.Of(known)) : column.IsNull;

    /// <summary>Rows with the other value; with <see langword="null"/>, rows with a value.</summary>
    public static Filter operator !=(BoolColumn column, bool? value) =>
        value is { } known ? new ComparisonFilter(column, ComparisonOperator.Equal, FilterValue.Of(!known)) : column.IsNotNull;

    /// <inheritdoc cref="Column.Count"/>
    public Aggregation<long> Count() => new(AggregateFunction.Count, this, CellReaders.Count);

    /// <summary>The first value of a window in time order; null for an empty one.</summary>
    public Aggregation<bool?> First() => new(AggregateFunction.First, this, CellReaders.Boolean);

    /// <summary>The last value of a window in time order; null for an empty one.</summary>
    public Aggregation<bool?> Last() => new(AggregateFunction.Last, this, CellReaders.Boolean);

    /// <summary>The measurement's name.</summary>
    public override string ToString() => Name;

    internal override Filter Reduce(bool negated) => new ComparisonFilter(this, ComparisonOperator.Equal, FilterValue.Of(!negated));
}
