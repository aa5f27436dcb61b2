namespace IoTDB.Orm;

/// <summary>One measurement of a mapped class.</summary>
/// <param name="Name">Name of the measurement as the class means it, without quotes.</param>
/// <param name="PropertyName">Property it belongs to.</param>
/// <param name="DataType">Data type on the server.</param>
/// <param name="Encoding">Encoding on disk, or null where the server may choose.</param>
/// <param name="Compression">Compressor on disk, or null where the server may choose.</param>
/// <param name="Alias">Second name, or null.</param>
/// <param name="Tags">Tags of the timeseries.</param>
/// <param name="Attributes">Attributes of the timeseries.</param>
/// <param name="IsNullable">Whether the property can hold "no value".</param>
public sealed record MeasurementModel(
    string Name,
    string PropertyName,
    TsDataType DataType,
    TsEncoding? Encoding,
    TsCompression? Compression,
    string? Alias,
    IReadOnlyDictionary<string, string> Tags,
    IReadOnlyDictionary<string, string> Attributes,
    bool IsNullable);
