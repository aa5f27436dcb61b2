namespace IoTDB.Wire.Thrift;

/// <summary>A list of bytes: <c>list&lt;byte&gt;</c> of the IDL, which is not a <c>binary</c>.</summary>
internal readonly struct ByteListValue : IThriftValue<byte[]>
{
    public static ThriftType Type => ThriftType.List;

    public static int MinimumSize(ThriftProtocol protocol) => protocol == ThriftProtocol.Binary ? 5 : 1;

    public static void Write(ref ThriftWriter writer, byte[] value)
    {
        writer.WriteListHeader(ThriftType.I8, value.Length);
        writer.WriteRaw(value);
    }

    public static byte[] Read(ref ThriftReader reader)
    {
        int count = reader.ReadListHeader(ThriftType.I8, 1);
        if (count == 0)
        {
            return [];
        }

        reader.Charge(count);
        byte[] bytes = new byte[count];
        reader.ReadRaw(bytes);
        return bytes;
    }
}
