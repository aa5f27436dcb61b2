namespace IoTDB.Embedded.Executing.Planning;

/// <summary>The columns of the rows a query's blocks give, before paging.</summary>
/// <param name="Names">Names of the visible columns, leading ones included.</param>
/// <param name="Types">Their types.</param>
/// <param name="Slots">Which column of the row each one shows.</param>
/// <param name="RowTypes">Types of all columns of the row, sort keys last.</param>
/// <param name="Visible">How many columns of the row are shown.</param>
internal sealed record QueryShape(
    IReadOnlyList<string> Names, IReadOnlyList<TsDataType> Types, IReadOnlyList<int> Slots, IReadOnlyList<TsDataType> RowTypes, int Visible)
{
    /// <summary>Which visible columns are shown under an alias; null for none.</summary>
    public IReadOnlyList<bool>? Aliases { get; init; }
}
