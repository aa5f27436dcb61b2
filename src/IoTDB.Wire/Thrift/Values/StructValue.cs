namespace IoTDB.Wire.Thrift;

/// <summary>A struct within another value.</summary>
/// <typeparam name="T">The struct.</typeparam>
internal readonly struct StructValue<T> : IThriftValue<T>
    where T : IThriftStruct<T>
{
    public static ThriftType Type => ThriftType.Struct;

    public static int MinimumSize(ThriftProtocol protocol) => 1;

    public static void Write(ref ThriftWriter writer, T value) => value.Write(ref writer);

    public static T Read(ref ThriftReader reader) => T.Read(ref reader);
}
