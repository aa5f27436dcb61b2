namespace IoTDB.Wire.Thrift;

/// <summary>A 32-bit integer.</summary>
internal readonly struct I32Value : IThriftValue<int>
{
    public static ThriftType Type => ThriftType.I32;

    public static int MinimumSize(ThriftProtocol protocol) => protocol == ThriftProtocol.Binary ? sizeof(int) : 1;

    public static void Write(ref ThriftWriter writer, int value) => writer.WriteI32(value);

    public static int Read(ref ThriftReader reader) => reader.ReadI32();
}
