namespace IoTDB.Client;

/// <summary>How a series is to be created.</summary>
/// <param name="Path">Its full path, or the measurement's name where the device is given apart; in backquotes where a name is not plain.</param>
/// <param name="DataType">Type of its values.</param>
public sealed record TimeseriesDefinition(string Path, TsDataType DataType)
{
    private static readonly Dictionary<string, string> s_none = [];

    /// <summary>How values are encoded; null means the server's default for the type.</summary>
    public TsEncoding? Encoding { get; init; }

    /// <summary>How pages are compressed; null means LZ4, the server's default.</summary>
    public TsCompression? Compression { get; init; }

    /// <summary>A second name of the measurement.</summary>
    public string? Alias { get; init; }

    /// <summary>Tags, by which series can be found.</summary>
    public IReadOnlyDictionary<string, string> Tags { get; init; } = s_none;

    /// <summary>Attributes, which describe.</summary>
    public IReadOnlyDictionary<string, string> Attributes { get; init; } = s_none;

    // The call has no way to leave them out: these are the server's defaults (wire protocol 7.2).
    internal TsEncoding EffectiveEncoding => Encoding ?? DataType switch
    {
        TsDataType.Boolean => TsEncoding.Rle,
        TsDataType.Int32 or TsDataType.Int64 or TsDataType.Date or TsDataType.Timestamp => TsEncoding.Ts2Diff,
        TsDataType.Float or TsDataType.Double => TsEncoding.Gorilla,
        _ => TsEncoding.Plain,
    };

    internal TsCompression EffectiveCompression => Compression ?? TsCompression.Lz4;
}
