namespace IoTDB.Wire.Thrift;

/// <summary>Text for people: what is not UTF-8 reads as U+FFFD.</summary>
internal readonly struct TextValue : IThriftValue<string>
{
    public static ThriftType Type => ThriftType.Binary;

    public static int MinimumSize(ThriftProtocol protocol) => protocol == ThriftProtocol.Binary ? sizeof(int) : 1;

    public static void Write(ref ThriftWriter writer, string value) => writer.WriteString(value);

    public static string Read(ref ThriftReader reader) => reader.ReadText();
}
