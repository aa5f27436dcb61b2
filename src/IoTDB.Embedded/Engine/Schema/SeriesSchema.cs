using System.Collections.Immutable;

namespace IoTDB.Embedded.Engine.Schema;

/// <summary>What a series is created with.</summary>
internal sealed record SeriesSchema(string Measurement, TsDataType DataType, TsEncoding Encoding, TsCompression Compression)
{
    public string? Alias { get; init; }

    public IReadOnlyDictionary<string, string> Tags { get; init; } = ImmutableDictionary<string, string>.Empty;

    public IReadOnlyDictionary<string, string> Attributes { get; init; } = ImmutableDictionary<string, string>.Empty;

    public IReadOnlyDictionary<string, string> Properties { get; init; } = ImmutableDictionary<string, string>.Empty;

    /// <summary>The schema of a series nobody declared: default encoding of the type, LZ4.</summary>
    public static SeriesSchema Default(string measurement, TsDataType dataType) =>
        new(measurement, dataType, Encodings.Default(dataType), TsCompression.Lz4);
}
