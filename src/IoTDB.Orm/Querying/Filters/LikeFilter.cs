namespace IoTDB.Orm.Querying;

/// <summary>The column's whole text fits a pattern with backslash as its escape.</summary>
internal sealed class LikeFilter(IColumn column, string pattern, bool isNegated = false) : Filter
{
    internal IColumn Column { get; } = column;

    internal string Pattern { get; } = pattern;

    internal bool IsNegated { get; } = isNegated;

    internal override Filter Reduce(bool negated) => negated ? new LikeFilter(Column, Pattern, !IsNegated) : this;
}
