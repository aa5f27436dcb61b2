namespace IoTDB.Orm;

/// <content>The constant on the left: built with the column on the left, the only order the server reads right.</content>
public sealed partial class NumericColumn<T>
{
    /// <inheritdoc cref="Column{T}.op_Equality(T?, Column{T})"/>
    public static Filter operator ==(T? value, NumericColumn<T> column) => column.Compare(ComparisonOperator.Equal, value);

    /// <inheritdoc cref="Column{T}.op_Inequality(T?, Column{T})"/>
    public static Filter operator !=(T? value, NumericColumn<T> column) => column.Compare(ComparisonOperator.NotEqual, value);

    /// <inheritdoc cref="Column{T}.op_LessThan(T, Column{T})"/>
    public static Filter operator <(T value, NumericColumn<T> column) => column.Compare(ComparisonOperator.Greater, value);

    /// <inheritdoc cref="Column{T}.op_LessThanOrEqual(T, Column{T})"/>
    public static Filter operator <=(T value, NumericColumn<T> column) => column.Compare(ComparisonOperator.GreaterOrEqual, value);

    /// <inheritdoc cref="Column{T}.op_GreaterThan(T, Column{T})"/>
    public static Filter operator >(T value, NumericColumn<T> column) => column.Compare(ComparisonOperator.Less, value);

    /// <inheritdoc cref="Column{T}.op_GreaterThanOrEqual(T, Column{T})"/>
    public static Filter operator >=(T value, NumericColumn<T> column) => column.Compare(ComparisonOperator.LessOrEqual, value);

    /// <inheritdoc cref="Column{T}.op_Equality(T?, Column{T})"/>
    public static Filter operator ==(double? value, NumericColumn<T> column) => column.CompareReal(ComparisonOperator.Equal, value);

    /// <inheritdoc cref="Column{T}.op_Inequality(T?, Column{T})"/>
    public static Filter operator !=(double? value, NumericColumn<T> column) => column.CompareReal(ComparisonOperator.NotEqual, value);

    /// <inheritdoc cref="Column{T}.op_LessThan(T, Column{T})"/>
    public static Filter operator <(double value, NumericColumn<T> column) => column.CompareReal(ComparisonOperator.Greater, value);

    /// <inheritdoc cref="Column{T}.op_LessThanOrEqual(T, Column{T})"/>
    public static Filter operator <=(double value, NumericColumn<T> column) => column.CompareReal(ComparisonOperator.GreaterOrEqual, value);

    /// <inheritdoc cref="Column{T}.op_GreaterThan(T, Column{T})"/>
    public static Filter operator >(double value, NumericColumn<T> column) => column.CompareReal(ComparisonOperator.Less, value);

    /// <inheritdoc cref="Column{T}.op_GreaterThanOrEqual(T, Column{T})"/>
    public static Filter operator >=(double value, NumericColumn<T> column) => column.CompareReal(ComparisonOperator.LessOrEqual, value);
}
