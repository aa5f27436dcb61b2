namespace IoTDB.Wire.Blocks;

/// <summary>Where a column of a <see cref="ResultBlock"/> lies and how to read it.</summary>
/// <param name="PhysicalType">Type of the stored values: DATE travels as INT32, TIMESTAMP as INT64, text and BLOB as TEXT.</param>
/// <param name="Encoding">Layout of the values: one of the four arrays.</param>
/// <param name="IsRunLength">One value, or none, stands for all rows.</param>
/// <param name="PresentCount">Values that are there: of all rows, or of the one that a run-length column has.</param>
/// <param name="NullStart">Where the null bits start.</param>
/// <param name="NullLength">How many bytes they take; 0 when no value is missing.</param>
/// <param name="ValueStart">Where the values start.</param>
/// <param name="ValueLength">How many bytes they take.</param>
internal readonly record struct BlockColumn(
    TsDataType PhysicalType,
    BlockEncoding Encoding,
    bool IsRunLength,
    int PresentCount,
    int NullStart,
    int NullLength,
    int ValueStart,
    int ValueLength)
{
    /// <summary>At least one value is missing.</summary>
    public bool HasNulls => NullLength > 0;
}
