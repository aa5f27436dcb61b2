namespace IoTDB.Embedded.Sql.Parsing;

/// <summary>The server's words for data types, encodings and compressors, both ways.</summary>
internal static class SchemaWords
{
    private static readonly Dictionary<string, TsDataType> s_types =
        Enum.GetValues<TsDataType>().ToDictionary(type => type.ToString().ToUpperInvariant(), StringComparer.OrdinalIgnoreCase);

    private static readonly Dictionary<string, TsEncoding> s_encodings =
        Enum.GetValues<TsEncoding>().ToDictionary(Word, StringComparer.OrdinalIgnoreCase);

    private static readonly Dictionary<string, TsCompression> s_compressions =
        Enum.GetValues<TsCompression>().ToDictionary(Word, StringComparer.OrdinalIgnoreCase);

    // Encodings the server still has names for, and supports for no type.
    private static readonly HashSet<string> s_retired = new(StringComparer.OrdinalIgnoreCase) { "DIFF", "BITMAP", "REGULAR", "FREQ" };

    public static TsDataType DataType(string word) =>
        TryDataType(word, out TsDataType type) ? type : SqlErrors.Semantic<TsDataType>($"Unsupported datatype: {word.ToUpperInvariant()}");

    public static bool TryDataType(string word, out TsDataType type) => s_types.TryGetValue(word, out type);

    public static TsEncoding Encoding(string word) => s_encodings.TryGetValue(word, out TsEncoding encoding)
        ? encoding
        : s_retired.Contains(word)
        ? throw new SqlException(SqlStatus.Metadata, $"encoding {word.ToUpperInvariant()} is not supported")
        : SqlErrors.Semantic<TsEncoding>($"Unsupported encoding: {word.ToUpperInvariant()}");

    public static TsCompression Compression(string word) => s_compressions.TryGetValue(word, out TsCompression compression)
        ? compression
        : SqlErrors.Semantic<TsCompression>($"Unsupported compression: {word.ToUpperInvariant()}");

    public static string Word(TsDataType type) => type.ToString().ToUpperInvariant();

    public static string Word(TsEncoding encoding) => encoding switch
    {
        TsEncoding.Ts2Diff => "TS_2DIFF",
        TsEncoding.GorillaV1 => "GORILLA_V1",
        _ => encoding.ToString().ToUpperInvariant(),
    };

    public static string Word(TsCompression compression) => compression.ToString().ToUpperInvariant();
}
