namespace IoTDB.Orm.Querying;

/// <summary>Both conditions.</summary>
internal sealed class AndFilter(Filter left, Filter right) : Filter
{
    internal Filter Left { get; } = left;

    internal Filter Right { get; } = right;

    internal override Filter Reduce(bool negated) => negated
        ? OrFilter.Of(Left.Reduce(negated: true), Right.Reduce(negated: true))
        : Of(Left.Reduce(negated: false), Right.Reduce(negated: false), this);

    /// <summary>Joins reduced conditions; <paramref name="known"/> is handed back when it already joins these two.</summary>
    internal static Filter Of(Filter left, Filter right, AndFilter? known = null) =>
        left == ConstantFilter.False || right == ConstantFilter.False ? ConstantFilter.False
        : left == ConstantFilter.True ? right
        : right == ConstantFilter.True ? left
        : known is not null && known.Left == left && known.Right == right ? known
        : new AndFilter(left, right);
}
