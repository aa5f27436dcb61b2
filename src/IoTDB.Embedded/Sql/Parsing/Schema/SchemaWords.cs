using IoTDB.Wire.Messages;
using IoTDB.Wire.Types;

namespace IoTDB.Embedded.Sql.Parsing;

/// <summary>The server's words for data types, encodings and compressors where statements give them.</summary>
internal static class SchemaWords
{
    // Encodings the server still has names for, and supports for no type.
    private static readonly HashSet<string> s_retired = new(StringComparer.OrdinalIgnoreCase) { "DIFF", "BITMAP", "REGULAR", "FREQ" };

    /// <exception cref="SqlException">701 no such type.</exception>
    public static TsDataType DataType(string word) => ServerWords.TryParse(word, out TsDataType type)
        ? type
        : SqlErrors.Semantic<TsDataType>($"Unsupported datatype: {word.ToUpperInvariant()}");

    /// <exception cref="SqlException">507 an encoding that holds no type, 701 no such encoding.</exception>
    public static TsEncoding Encoding(string word) => ServerWords.TryParse(word, out TsEncoding encoding)
        ? encoding
        : s_retired.Contains(word)
        ? throw new SqlException(StatusCode.MetadataError, $"encoding {word.ToUpperInvariant()} is not supported")
        : SqlErrors.Semantic<TsEncoding>($"Unsupported encoding: {word.ToUpperInvariant()}");

    /// <exception cref="SqlException">701 no such compressor.</exception>
    public static TsCompression Compression(string word) => ServerWords.TryParse(word, out TsCompression compression)
        ? compression
        : SqlErrors.Semantic<TsCompression>($"Unsupported compression: {word.ToUpperInvariant()}");
}
