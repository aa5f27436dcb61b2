namespace IoTDB.Orm.Querying;

/// <summary>At least one of the conditions.</summary>
internal sealed class OrFilter(Filter left, Filter right) : Filter
{
    internal Filter Left { get; } = left;

    internal Filter Right { get; } = right;

    internal override Filter Reduce(bool negated) => negated
        ? AndFilter.Of(Left.Reduce(negated: true), Right.Reduce(negated: true))
        : Of(Left.Reduce(negated: false), Right.Reduce(negated: false), this);

    /// <summary>Joins reduced conditions; <paramref name="known"/> is handed back when it already joins these two.</summary>
    internal static Filter Of(Filter left, Filter right, OrFilter? known = null) =>
        left == ConstantFilter.True || right == ConstantFilter.True ? ConstantFilter.True
        : left == ConstantFilter.False ? right
        : right == ConstantFilter.False ? left
        : known is not null && known.Left == left && known.Right == right ? known
        : new OrFilter(left, right);
}
