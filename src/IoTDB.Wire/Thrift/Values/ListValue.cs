using System.Runtime.CompilerServices;

namespace IoTDB.Wire.Thrift;

/// <summary>A list.</summary>
/// <typeparam name="T">Type of an element.</typeparam>
/// <typeparam name="TElement">How an element travels.</typeparam>
internal readonly struct ListValue<T, TElement> : IThriftValue<T[]>
    where TElement : struct, IThriftValue<T>
{
    // Longer lists grow with the elements that are really there.
    private const int FirstCapacity = 1024;

    public static ThriftType Type => ThriftType.List;

    public static int MinimumSize(ThriftProtocol protocol) => protocol == ThriftProtocol.Binary ? 5 : 1;

    public static void Write(ref ThriftWriter writer, T[] value)
    {
        ArgumentNullException.ThrowIfNull(value);
        writer.WriteListHeader(TElement.Type, value.Length);
        foreach (T element in value)
        {
            TElement.Write(ref writer, element);
        }
    }

    public static T[] Read(ref ThriftReader reader)
    {
        int count = reader.ReadListHeader(TElement.Type, TElement.MinimumSize(reader.Protocol));
        if (count == 0)
        {
            return [];
        }

        T[] elements = New(ref reader, Math.Min(count, FirstCapacity), 0);
        for (int i = 0; i < count; i++)
        {
            if (i == elements.Length)
            {
                T[] grown = New(ref reader, (int)Math.Min(count, i * 2L), i);
                elements.CopyTo(grown, 0);
                elements = grown;
            }

            elements[i] = TElement.Read(ref reader);
        }

        return elements;
    }

    private static T[] New(ref ThriftReader reader, int length, int alreadyCharged)
    {
        reader.Charge((length - (long)alreadyCharged) * Unsafe.SizeOf<T>());
        return new T[length];
    }
}
