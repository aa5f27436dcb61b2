namespace IoTDB.Orm.Querying;

/// <summary>A regular expression is found in the column's text.</summary>
internal sealed class RegexFilter : Filter
{
    internal RegexFilter(IColumn column, string pattern, bool isNegated = false)
    {
        ArgumentNullException.ThrowIfNull(pattern);
        Column = column;
        Pattern = pattern;
        IsNegated = isNegated;
    }

    internal IColumn Column { get; }

    internal string Pattern { get; }

    internal bool IsNegated { get; }

    internal override Filter Reduce(bool negated) => negated ? new RegexFilter(Column, Pattern, !IsNegated) : this;
}
