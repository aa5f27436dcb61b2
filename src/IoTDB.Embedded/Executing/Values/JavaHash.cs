namespace IoTDB.Embedded.Executing.Values;

/// <summary>What Java's hash maps make of a value.</summary>
internal static class JavaHash
{
    private const int True = 1231;
    private const int False = 1237;

    public static int Of(Value value, TsDataType type) => type switch
    {
        TsDataType.Boolean => value.AsBoolean ? True : False,
        TsDataType.Int32 or TsDataType.Date or TsDataType.Float => value.AsInt,
        _ when type.IsBinary => value.AsBytes.Aggregate(1, static (hash, part) => unchecked((hash * 31) + (sbyte)part)),
        _ => unchecked((int)(value.AsLong ^ (value.AsLong >>> 32))),
    };
}
