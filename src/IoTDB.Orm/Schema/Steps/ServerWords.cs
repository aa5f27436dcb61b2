namespace IoTDB.Orm.Schema;

/// <summary>The words the server prints and reads for data types, encodings and compressors. Source: SQL reference 2.4 and 3.3.</summary>
internal static class ServerWords
{
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
}
