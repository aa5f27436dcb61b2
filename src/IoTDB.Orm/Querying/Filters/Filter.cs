namespace IoTDB.Orm;

/// <summary>An immutable condition over the columns of one row, evaluated by the server.</summary>
/// <remarks>
/// Built by comparing columns and combined with <c>&amp;&amp;</c>, <c>||</c> and <c>!</c>. A row is kept when the condition is
/// true; a comparison with a missing value is neither true nor false, and so is its negation.
/// </remarks>
public abstract class Filter
{
    private protected Filter()
    {
    }

    /// <summary>Both conditions.</summary>
    public static Filter operator &(Filter left, Filter right)
    {
        ArgumentNullException.ThrowIfNull(left);
        ArgumentNullException.ThrowIfNull(right);
        return new AndFilter(left, right);
    }

    /// <summary>At least one of the conditions.</summary>
    public static Filter operator |(Filter left, Filter right)
    {
        ArgumentNullException.ThrowIfNull(left);
        ArgumentNullException.ThrowIfNull(right);
        return new OrFilter(left, right);
    }

    /// <summary>The opposite condition.</summary>
    public static Filter operator !(Filter operand)
    {
        ArgumentNullException.ThrowIfNull(operand);
        return new NotFilter(operand);
    }

    /// <summary>Never true: makes <c>||</c> take both of its sides.</summary>
    public static bool operator true(Filter operand) => false;

    /// <summary>Never true: makes <c>&amp;&amp;</c> take both of its sides.</summary>
    public static bool operator false(Filter operand) => false;

    /// <summary>
    /// The same condition in the forms the server reads right: no NOT, every literal in its column's type, nothing that is
    /// always or never true inside another condition.
    /// </summary>
    /// <param name="negated">True for the opposite condition.</param>
    internal abstract Filter Reduce(bool negated);
}
