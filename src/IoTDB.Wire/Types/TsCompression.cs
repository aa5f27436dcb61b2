namespace IoTDB;

/// <summary>How the server compresses the encoded pages of a timeseries.</summary>
/// <remarks>The number is the compressor's id on the wire. Source: TsFile <c>CompressionType</c>.</remarks>
public enum TsCompression : byte
{
    /// <summary>Not at all.</summary>
    Uncompressed = 0,

    /// <summary>Snappy.</summary>
    Snappy = 1,

    /// <summary>Gzip.</summary>
    Gzip = 2,

    /// <summary>LZ4, the server's default.</summary>
    Lz4 = 7,

    /// <summary>Zstandard.</summary>
    Zstd = 8,

    /// <summary>LZMA2.</summary>
    Lzma2 = 9,
}
