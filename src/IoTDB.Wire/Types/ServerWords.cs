namespace IoTDB.Wire.Types;

/// <summary>The words the server prints and reads for data types, encodings and compressors. Source: SQL reference 2.4 and 3.3.</summary>
internal static class ServerWords
{
    private static readonly Dictionary<string, TsDataType> s_dataTypes = ByWord<TsDataType>(Of);
    private static readonly Dictionary<string, TsEncoding> s_encodings = ByWord<TsEncoding>(Of);
    private static readonly Dictionary<string, TsCompression> s_compressions = ByWord<TsCompression>(Of);

    /// <summary>The word of a data type.</summary>
    public static string Of(TsDataType type) => type switch
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
        TsDataType.String => "STRING",
        _ => throw new ArgumentOutOfRangeException(nameof(type), type, "The server has no word for this data type."),
    };

    /// <summary>The word of an encoding.</summary>
    public static string Of(TsEncoding encoding) => encoding switch
    {
        TsEncoding.Plain => "PLAIN",
        TsEncoding.Dictionary => "DICTIONARY",
        TsEncoding.Rle => "RLE",
        TsEncoding.Ts2Diff => "TS_2DIFF",
        TsEncoding.GorillaV1 => "GORILLA_V1",
        TsEncoding.Gorilla => "GORILLA",
        TsEncoding.ZigZag => "ZIGZAG",
        TsEncoding.Chimp => "CHIMP",
        TsEncoding.Sprintz => "SPRINTZ",
        TsEncoding.Rlbe => "RLBE",
        _ => throw new ArgumentOutOfRangeException(nameof(encoding), encoding, "The server has no word for this encoding."),
    };

    /// <summary>The word of a compressor.</summary>
    public static string Of(TsCompression compression) => compression switch
    {
        TsCompression.Uncompressed => "UNCOMPRESSED",
        TsCompression.Snappy => "SNAPPY",
        TsCompression.Gzip => "GZIP",
        TsCompression.Lz4 => "LZ4",
        TsCompression.Zstd => "ZSTD",
        TsCompression.Lzma2 => "LZMA2",
        _ => throw new ArgumentOutOfRangeException(nameof(compression), compression, "The server has no word for this compressor."),
    };

    /// <summary>The data type of a word in any case.</summary>
    public static bool TryParse(string word, out TsDataType dataType) => s_dataTypes.TryGetValue(word, out dataType);

    /// <summary>The encoding of a word in any case.</summary>
    public static bool TryParse(string word, out TsEncoding encoding) => s_encodings.TryGetValue(word, out encoding);

    /// <summary>The compressor of a word in any case.</summary>
    public static bool TryParse(string word, out TsCompression compression) => s_compressions.TryGetValue(word, out compression);

    private static Dictionary<string, T> ByWord<T>(Func<T, string> wordOf)
        where T : struct, Enum => Enum.GetValues<T>().ToDictionary(wordOf, StringComparer.OrdinalIgnoreCase);
}
