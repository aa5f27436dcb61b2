namespace IoTDB.Wire.Thrift;

/// <summary>A name: UTF-8, or the message is refused.</summary>
internal readonly struct StringValue : IThriftValue<string>
{
    public static ThriftType Type => ThriftType.Binary;

    public static int MinimumSize(ThriftProtocol protocol) => protocol == ThriftProtocol.Binary ? sizeof(int) : 1;

    public static void Write(ref ThriftWriter writer, string value) => writer.WriteString(value);

    public static string Read(ref ThriftReader reader) => reader.ReadString();
}
