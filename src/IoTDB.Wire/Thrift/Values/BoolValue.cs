namespace IoTDB.Wire.Thrift;

/// <summary>A bool; as a field it is written by <see cref="ThriftWriter.WriteBoolField"/>.</summary>
internal readonly struct BoolValue : IThriftValue<bool>
{
    public static ThriftType Type => ThriftType.Bool;

    public static int MinimumSize(ThriftProtocol protocol) => 1;

    public static void Write(ref ThriftWriter writer, bool value) => writer.WriteByte(value ? (byte)1 : writer.Protocol == ThriftProtocol.Compact ? CompactType.False : (byte)0);

    public static bool Read(ref ThriftReader reader) => reader.ReadBool();
}
