namespace IoTDB.Wire.Thrift;

/// <summary>Bytes; read as a view of the frame.</summary>
internal readonly struct BinaryValue : IThriftValue<ReadOnlyMemory<byte>>
{
    public static ThriftType Type => ThriftType.Binary;

    public static int MinimumSize(ThriftProtocol protocol) => protocol == ThriftProtocol.Binary ? sizeof(int) : 1;

    public static void Write(ref ThriftWriter writer, ReadOnlyMemory<byte> value) => writer.WriteBinary(value.Span);

    public static ReadOnlyMemory<byte> Read(ref ThriftReader reader) => reader.ReadBinary();
}
