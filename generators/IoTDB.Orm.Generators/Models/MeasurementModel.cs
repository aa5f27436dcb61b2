namespace IoTDB.Orm.Generators;

/// <summary>A property that is stored.</summary>
/// <param name="Property">Name of the property.</param>
/// <param name="Parameter">The name as a local, escaped where it is a keyword.</param>
/// <param name="Name">Name of the measurement.</param>
/// <param name="DataType">Data type on the server.</param>
/// <param name="Encoding">Member of <c>TsEncoding</c>, or null.</param>
/// <param name="Compression">Member of <c>TsCompression</c>, or null.</param>
/// <param name="Alias">Second name, or null.</param>
/// <param name="Tags">Tags of the timeseries.</param>
/// <param name="Attributes">Attributes of the timeseries.</param>
/// <param name="Value">The property's type and how it is stored.</param>
/// <param name="IsNullable">Whether it can hold "no value".</param>
/// <param name="DefaultOnNull">Whether a missing cell gives the default instead of an error.</param>
/// <param name="Summary">What the property's documentation says, or empty.</param>
internal sealed record MeasurementModel(
    string Property,
    string Parameter,
    string Name,
    DataType DataType,
    string? Encoding,
    string? Compression,
    string? Alias,
    EquatableArray<SeriesText> Tags,
    EquatableArray<SeriesText> Attributes,
    ValueModel Value,
    bool IsNullable,
    bool DefaultOnNull,
    string Summary)
{
    /// <summary>Whether every cell takes the same number of bytes.</summary>
    public bool IsFixed => DataType is not (DataType.Text or DataType.String or DataType.Blob);

    /// <summary>Bytes of a cell of fixed width.</summary>
    public int Width => DataType switch
    {
        DataType.Boolean => 1,
        DataType.Int32 or DataType.Float or DataType.Date => 4,
        _ => 8,
    };
}
