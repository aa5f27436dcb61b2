namespace IoTDB.Wire.Thrift;

/// <summary>A signed byte.</summary>
internal readonly struct I8Value : IThriftValue<sbyte>
{
    public static ThriftType Type => ThriftType.I8;

    public static int MinimumSize(ThriftProtocol protocol) => 1;

    public static void Write(ref ThriftWriter writer, sbyte value) => writer.WriteByte((byte)value);

    public static sbyte Read(ref ThriftReader reader) => (sbyte)reader.ReadByte();
}
