namespace IoTDB.Wire.Thrift;

/// <summary>Names of the struct around a reply's value, and around a call's.</summary>
internal static class ResultFields
{
    public static StructFields Instance { get; } = new("result", 1, (0, "value"));

    public static StructFields Arguments { get; } = new("arguments", 1, (1, "request"));
}
