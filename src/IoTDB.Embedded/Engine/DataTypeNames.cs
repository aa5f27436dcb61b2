namespace IoTDB.Embedded.Engine;

/// <summary>The server's names of data types, encodings and compressors.</summary>
internal static class DataTypeNames
{
    private static readonly Dictionary<string, TsDataType> s_dataTypes = ByName<TsDataType>(Of);
    private static readonly Dictionary<string, TsEncoding> s_encodings = ByName<TsEncoding>(Of);
    private static readonly Dictionary<string, TsCompression> s_compressions = ByName<TsCompression>(Of);

    public static string Of(TsDataType dataType) => dataType switch
    {
        TsDataType.Boolean => "BOOLEAN",
        TsDataType.Int32 => "INT32",
        TsDataType.Int64 => "INT64",
        TsDataType.Float => "FLOAT",
        TsDataType.Double => "DOUBLE",
        TsDataType.Text => "TEXT",
        TsDataType.Timestamp => "TIMESTAMP",
        TsDataType.Date => "DATE",
        TsDataType.Blob => "BLOB",
        _ => "STRING",
    };

    public static string Of(TsEncoding encoding) => encoding switch
    {
        TsEncoding.Ts2Diff => "TS_2DIFF",
        TsEncoding.GorillaV1 => "GORILLA_V1",
        _ => encoding.ToString().ToUpperInvariant(),
    };

    public static string Of(TsCompression compression) => compression.ToString().ToUpperInvariant();

    /// <summary>The type of a name in any case.</summary>
    public static bool TryParse(string name, out TsDataType dataType) => s_dataTypes.TryGetValue(name, out dataType);

    /// <summary>The encoding of a name in any case.</summary>
    public static bool TryParse(string name, out TsEncoding encoding) => s_encodings.TryGetValue(name, out encoding);

    /// <summary>The compressor of a name in any case.</summary>
    public static bool TryParse(string name, out TsCompression compression) => s_compressions.TryGetValue(name, out compression);

    private static Dictionary<string, T> ByName<T>(Func<T, string> nameOf)
        where T : struct, Enum => Enum.GetValues<T>().ToDictionary(nameOf, StringComparer.OrdinalIgnoreCase);
}
