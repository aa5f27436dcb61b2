namespace IoTDB.Wire.Thrift;

/// <summary>A 64-bit IEEE 754 number.</summary>
internal readonly struct DoubleValue : IThriftValue<double>
{
    public static ThriftType Type => ThriftType.Double;

    public static int MinimumSize(ThriftProtocol protocol) => sizeof(double);

    public static void Write(ref ThriftWriter writer, double value) => writer.WriteDouble(value);

    public static double Read(ref ThriftReader reader) => reader.ReadDouble();
}
