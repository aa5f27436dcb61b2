namespace IoTDB.Orm.Querying;

/// <summary>Whether the column has a value.</summary>
internal sealed class NullFilter(IColumn column, bool isNull) : Filter
{
    internal IColumn Column { get; } = column;

    internal bool IsNull { get; } = isNull;

    internal override Filter Reduce(bool negated) => negated ? new NullFilter(Column, !IsNull) : this;
}
