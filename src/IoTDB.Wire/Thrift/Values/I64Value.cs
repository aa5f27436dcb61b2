namespace IoTDB.Wire.Thrift;

/// <summary>A 64-bit integer.</summary>
internal readonly struct I64Value : IThriftValue<long>
{
    public static ThriftType Type => ThriftType.I64;

    public static int MinimumSize(ThriftProtocol protocol) => protocol == ThriftProtocol.Binary ? sizeof(long) : 1;

    public static void Write(ref ThriftWriter writer, long value) => writer.WriteI64(value);

    public static long Read(ref ThriftReader reader) => reader.ReadI64();
}
