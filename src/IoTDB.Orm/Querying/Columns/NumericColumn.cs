using System.Numerics;

namespace IoTDB.Orm;

/// <summary>A column of numbers.</summary>
/// <typeparam name="T">The property's type without its <c>?</c>.</typeparam>
/// <remarks>
/// Besides its own type it compares with <see cref="double"/>, by value as C# does: on a column of integers
/// <c>&gt; 2.5</c> is <c>&gt;= 3</c>, and on a column of <see cref="float"/> <c>== 0.1</c> matches nothing, because no
/// <see cref="float"/> is 0.1; write <c>0.1f</c>. Whether a stored NaN matches a comparison is the server's chance: 2.0.1-beta
/// answers by the extremes of a page, which do not count it (observed).
/// </remarks>
#pragma warning disable CS0660, CS0661 // == builds a filter; equality of column objects stays reference equality
public sealed partial class NumericColumn<T> : Column<T>
    where T : struct, INumber<T>
{
    /// <summary>A column of numbers; called by generated code.</summary>
    /// <param name="name">Name of the measurement, unquoted.</param>
    /// <param name="dataType">INT32, INT64, FLOAT or DOUBLE.</param>
    public NumericColumn(string name, TsDataType dataType)
        : base(name, dataType, FilterValue.Of, CellReaders.Number<T>(dataType))
    {
    }

    /// <inheritdoc cref="Column{T}.op_Equality(Column{T}, T?)"/>
    public static Filter operator ==(NumericColumn<T> column, T? value) => column.Compare(ComparisonOperator.Equal, value);

    /// <inheritdoc cref="Column{T}.op_Inequality(Column{T}, T?)"/>
    public static Filter operator !=(NumericColumn<T> column, T? value) => column.Compare(ComparisonOperator.NotEqual, value);

    /// <inheritdoc cref="Column{T}.op_LessThan(Column{T}, T)"/>
    public static Filter operator <(NumericColumn<T> column, T value) => column.Compare(ComparisonOperator.Less, value);

    /// <inheritdoc cref="Column{T}.op_LessThanOrEqual(Column{T}, T)"/>
    public static Filter operator <=(NumericColumn<T> column, T value) => column.Compare(ComparisonOperator.LessOrEqual, value);

    /// <inheritdoc cref="Column{T}.op_GreaterThan(Column{T}, T)"/>
    public static Filter operator >(NumericColumn<T> column, T value) => column.Compare(ComparisonOperator.Greater, value);

    /// <inheritdoc cref="Column{T}.op_GreaterThanOrEqual(Column{T}, T)"/>
    public static Filter operator >=(NumericColumn<T> column, T value) => column.Compare(ComparisonOperator.GreaterOrEqual, value);

    /// <inheritdoc cref="Column{T}.op_Equality(Column{T}, T?)"/>
    public static Filter operator ==(NumericColumn<T> column, double? value) => column.CompareReal(ComparisonOperator.Equal, value);

    /// <inheritdoc cref="Column{T}.op_Inequality(Column{T}, T?)"/>
    public static Filter operator !=(NumericColumn<T> column, double? value) => column.CompareReal(ComparisonOperator.NotEqual, value);

    /// <inheritdoc cref="Column{T}.op_LessThan(Column{T}, T)"/>
    public static Filter operator <(NumericColumn<T> column, double value) => column.CompareReal(ComparisonOperator.Less, value);

    /// <inheritdoc cref="Column{T}.op_LessThanOrEqual(Column{T}, T)"/>
    public static Filter operator <=(NumericColumn<T> column, double value) => column.CompareReal(ComparisonOperator.LessOrEqual, value);

    /// <inheritdoc cref="Column{T}.op_GreaterThan(Column{T}, T)"/>
    public static Filter operator >(NumericColumn<T> column, double value) => column.CompareReal(ComparisonOperator.Greater, value);

    /// <inheritdoc cref="Column{T}.op_GreaterThanOrEqual(Column{T}, T)"/>
    public static Filter operator >=(NumericColumn<T> column, double value) => column.CompareReal(ComparisonOperator.GreaterOrEqual, value);

    /// <summary>The mean of a window's values; null for an empty one. Computed by the server as a double.</summary>
    public Aggregation<double?> Avg() => new(AggregateFunction.Avg, this, CellReaders.Double);

    /// <summary>The sum of a window's values; null for an empty one. Computed by the server as a double, also for integers.</summary>
    public Aggregation<double?> Sum() => new(AggregateFunction.Sum, this, CellReaders.Double);

    /// <summary>The smallest value of a window; null for an empty one.</summary>
    public Aggregation<T?> Min() => Aggregate(AggregateFunction.Min);

    /// <summary>The largest value of a window; null for an empty one.</summary>
    public Aggregation<T?> Max() => Aggregate(AggregateFunction.Max);

    private Filter CompareReal(ComparisonOperator comparison, double? value) =>
        value is { } known ? new ComparisonFilter(this, comparison, FilterValue.Of(known)) : Compare(comparison, null);
}
