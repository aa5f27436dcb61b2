using System.Runtime.CompilerServices;

namespace IoTDB.Wire.Thrift;

/// <summary>An enum, which travels as a 32-bit integer; a number outside the enum is refused, as the server's own readers do.</summary>
/// <typeparam name="T">Enum whose underlying type is <see cref="int"/>.</typeparam>
internal readonly struct EnumValue<T> : IThriftValue<T>
    where T : struct, Enum
{
    public static ThriftType Type => ThriftType.I32;

    public static int MinimumSize(ThriftProtocol protocol) => I32Value.MinimumSize(protocol);

    public static void Write(ref ThriftWriter writer, T value) => writer.WriteI32(Unsafe.BitCast<T, int>(value));

    public static T Read(ref ThriftReader reader)
    {
        int number = reader.ReadI32();
        T value = Unsafe.BitCast<int, T>(number);
        if (!Enum.IsDefined(value))
        {
            reader.ThrowExpected($"a {typeof(T).Name}, found {number}");
        }

        return value;
    }
}
