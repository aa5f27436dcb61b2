namespace IoTDB.Orm;

/// <summary>A column of text. Comparisons are case-sensitive and by character, as the server does them.</summary>
#pragma warning disable CS0660, CS0661 // == builds a filter; equality of column objects stays reference equality
public sealed class TextColumn : Column, IColumn<string?>, ISortableColumn
{
    /// <summary>A column of text; called by generated code.</summary>
    /// <param name="name">Name of the measurement, unquoted.</param>
    /// <param name="dataType">TEXT or STRING.</param>
    public TextColumn(string name, TsDataType dataType)
        : base(name, dataType)
    {
    }

    CellReader<string?> IColumn<string?>.Reader => CellReaders.Text;

    /// <summary>Rows with this text; with <see langword="null"/>, rows without a text.</summary>
    public static Filter operator ==(TextColumn column, string? value) => column.Compare(ComparisonOperator.Equal, value);

    /// <summary>Rows with another text; with <see langword="null"/>, rows with a text.</summary>
    public static Filter operator !=(TextColumn column, string? value) => column.Compare(ComparisonOperator.NotEqual, value);

    /// <inheritdoc cref="op_Equality(TextColumn, string?)"/>
    public static Filter operator ==(string? value, TextColumn column) => column == value;

    /// <inheritdoc cref="op_Inequality(TextColumn, string?)"/>
    public static Filter operator !=(string? value, TextColumn column) => column != value;

    /// <summary>Rows whose text is one of these. None of them, when there are none.</summary>
    public Filter In(params IEnumerable<string> values)
    {
        ArgumentNullException.ThrowIfNull(values);
        return new InFilter(this, [.. values.Select(static value => FilterValue.Of(value))]);
    }

    /// <summary>Rows whose text starts with <paramref name="text"/>, which is taken literally.</summary>
    public Filter StartsWith(string text) => new LikeFilter(this, LikePattern.Escape(text) + "%");

    /// <summary>Rows whose text ends with <paramref name="text"/>, which is taken literally.</summary>
    public Filter EndsWith(string text) => new LikeFilter(this, "%" + LikePattern.Escape(text));

    /// <summary>Rows whose text holds <paramref name="text"/>, which is taken literally.</summary>
    public Filter Contains(string text) => new LikeFilter(this, "%" + LikePattern.Escape(text) + "%");

    /// <summary>
    /// Rows whose whole text fits the pattern: <c>%</c> stands for any run of characters, <c>_</c> for one, and a
    /// backslash takes the <c>%</c>, <c>_</c> or backslash after it literally.
    /// </summary>
    /// <exception cref="ArgumentException">A backslash is followed by something else.</exception>
    public Filter Like(string pattern) => new LikeFilter(this, LikePattern.Check(pattern));

    /// <summary>Rows in whose text the regular expression (Java's dialect) is found; anchor it with <c>^</c> and <c>$</c>.</summary>
    public Filter Matches(string regularExpression) => new RegexFilter(this, regularExpression);

    /// <summary>The first text of a window in time order; null for an empty one.</summary>
    public Aggregation<string?> First() => new(AggregateFunction.First, this, CellReaders.Text);

    /// <summary>The last text of a window in time order; null for an empty one.</summary>
    public Aggregation<string?> Last() => new(AggregateFunction.Last, this, CellReaders.Text);

    private Filter Compare(ComparisonOperator comparison, string? value) =>
        value is not null ? new ComparisonFilter(this, comparison, FilterValue.Of(value))
        : comparison == ComparisonOperator.Equal ? IsNull : IsNotNull;
}
