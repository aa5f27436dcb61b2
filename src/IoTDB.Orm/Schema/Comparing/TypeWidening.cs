namespace IoTDB.Orm.Schema;

/// <summary>Which data types some servers change in place (SET DATA TYPE). Source: SQL reference 3.4.</summary>
internal static class TypeWidening
{
    /// <summary>Whether a timeseries that holds one type can be widened to another.</summary>
    /// <param name="found">Type as the server prints it.</param>
    /// <param name="wanted">Type the class asks for.</param>
    public static bool Allows(string found, TsDataType wanted) => (found, wanted) switch
    {
        ("INT32", TsDataType.Int64 or TsDataType.Float or TsDataType.Double or TsDataType.Timestamp) => true,
        ("INT64", TsDataType.Timestamp or TsDataType.Double) => true,
        ("FLOAT", TsDataType.Double) => true,
        ("TIMESTAMP", TsDataType.Int64 or TsDataType.Double) => true,
        ("TEXT" or "STRING", TsDataType.Blob) => true,
        ("INT32" or "INT64" or "FLOAT" or "DOUBLE" or "BOOLEAN" or "BLOB" or "DATE" or "TIMESTAMP", TsDataType.String or TsDataType.Text) => true,
        ("TEXT", TsDataType.String) or ("STRING", TsDataType.Text) => true,
        _ => false,
    };
}
