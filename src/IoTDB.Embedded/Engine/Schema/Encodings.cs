namespace IoTDB.Embedded.Engine.Schema;

/// <summary>Which encodings go with which data types.</summary>
internal static class Encodings
{
    /// <summary>The encoding of a series created without one.</summary>
    public static TsEncoding Default(TsDataType dataType) => dataType switch
    {
        TsDataType.Boolean => TsEncoding.Rle,
        TsDataType.Int32 or TsDataType.Int64 or TsDataType.Timestamp or TsDataType.Date => TsEncoding.Ts2Diff,
        TsDataType.Float or TsDataType.Double => TsEncoding.Gorilla,
        _ => TsEncoding.Plain,
    };

    /// <summary>True if a series of this type may be created with this encoding.</summary>
    public static bool IsLegal(TsDataType dataType, TsEncoding encoding) => dataType switch
    {
        TsDataType.Boolean => encoding is TsEncoding.Plain or TsEncoding.Rle,
        TsDataType.Int32 or TsDataType.Int64 or TsDataType.Timestamp or TsDataType.Date =>
            encoding is TsEncoding.ZigZag || IsLegalForNumber(encoding),
        TsDataType.Float or TsDataType.Double => encoding is TsEncoding.GorillaV1 || IsLegalForNumber(encoding),
        TsDataType.Text or TsDataType.String => encoding is TsEncoding.Plain or TsEncoding.Dictionary,
        _ => encoding is TsEncoding.Plain,
    };

    private static bool IsLegalForNumber(TsEncoding encoding) => encoding is
        TsEncoding.Plain or TsEncoding.Rle or TsEncoding.Ts2Diff or TsEncoding.Gorilla or TsEncoding.Chimp or TsEncoding.Sprintz or TsEncoding.Rlbe;
}
