namespace IoTDB.Orm.Generated;

/// <summary>Where a column's cells are read from.</summary>
/// <param name="values">Present values as they travel.</param>
/// <param name="missing">A bit for every row, highest first; never empty.</param>
/// <param name="isConstant">One value stands for all rows; columns of variable length only.</param>
internal readonly ref struct CellSource(ReadOnlySpan<byte> values, ReadOnlySpan<byte> missing, bool isConstant = false)
{
    public ReadOnlySpan<byte> Values { get; } = values;

    public ReadOnlySpan<byte> Missing { get; } = missing;

    public bool IsConstant { get; } = isConstant;
}
