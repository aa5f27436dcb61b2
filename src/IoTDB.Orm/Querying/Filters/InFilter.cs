namespace IoTDB.Orm.Querying;

/// <summary>The column's value is, or is not, one of some constants.</summary>
internal sealed class InFilter(IColumn column, FilterValue[] values, bool isNegated = false) : Filter
{
    internal IColumn Column { get; } = column;

    internal ReadOnlySpan<FilterValue> Values => values;

    internal bool IsNegated { get; } = isNegated;

    /// <remarks><c>IN ()</c> is a syntax error, so a list that cannot match is decided here.</remarks>
    internal override Filter Reduce(bool negated)
    {
        bool isNegated = IsNegated != negated;
        var fitting = new List<FilterValue>(values.Length);
        foreach (FilterValue value in values)
        {
            var comparison = ComparisonOperator.Equal;
            if (LiteralFitting.TryFit(Column.DataType, ref comparison, value, out FilterValue fitted) is null)
            {
                fitting.Add(fitted);
            }
        }

        return fitting.Count == 0 ? isNegated ? new NullFilter(Column, isNull: false) : ConstantFilter.False
            : isNegated == IsNegated && values.AsSpan().SequenceEqual([.. fitting]) ? this
            : new InFilter(Column, [.. fitting], isNegated);
    }
}
