namespace IoTDB.Wire.Thrift;

/// <summary>A 16-bit integer.</summary>
internal readonly struct I16Value : IThriftValue<short>
{
    public static ThriftType Type => ThriftType.I16;

    public static int MinimumSize(ThriftProtocol protocol) => protocol == ThriftProtocol.Binary ? sizeof(short) : 1;

    public static void Write(ref ThriftWriter writer, short value) => writer.WriteI16(value);

    public static short Read(ref ThriftReader reader) => reader.ReadI16();
}
