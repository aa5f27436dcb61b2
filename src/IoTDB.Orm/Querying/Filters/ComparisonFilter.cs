namespace IoTDB.Orm.Querying;

/// <summary>A column beside a constant.</summary>
internal sealed class ComparisonFilter(IColumn column, ComparisonOperator comparison, FilterValue value) : Filter
{
    internal IColumn Column { get; } = column;

    internal ComparisonOperator Operator { get; } = comparison;

    internal FilterValue Value { get; } = value;

    internal override Filter Reduce(bool negated)
    {
        ComparisonOperator comparison = negated ? Opposite(Operator) : Operator;
        return LiteralFitting.TryFit(Column.DataType, ref comparison, Value, out FilterValue fitted) is { } verdict
            ? verdict ? new NullFilter(Column, isNull: false) : ConstantFilter.False
            : comparison == Operator && fitted == Value ? this
            : new ComparisonFilter(Column, comparison, fitted);
    }

    private static ComparisonOperator Opposite(ComparisonOperator comparison) => comparison switch
    {
        ComparisonOperator.Equal => ComparisonOperator.NotEqual,
        ComparisonOperator.NotEqual => ComparisonOperator.Equal,
        ComparisonOperator.Less => ComparisonOperator.GreaterOrEqual,
        ComparisonOperator.LessOrEqual => ComparisonOperator.Greater,
        ComparisonOperator.Greater => ComparisonOperator.LessOrEqual,
        _ => ComparisonOperator.Less,
    };
}
