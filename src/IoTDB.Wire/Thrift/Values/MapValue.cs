using System.Runtime.CompilerServices;

namespace IoTDB.Wire.Thrift;

/// <summary>A map, as pairs in the order of the wire: what is written again comes out the same, and no key of a peer is ever hashed.</summary>
/// <typeparam name="TKey">Type of a key.</typeparam>
/// <typeparam name="TItem">Type of a value.</typeparam>
/// <typeparam name="TKeyValue">How a key travels.</typeparam>
/// <typeparam name="TItemValue">How a value travels.</typeparam>
internal readonly struct MapValue<TKey, TItem, TKeyValue, TItemValue> : IThriftValue<KeyValuePair<TKey, TItem>[]>
    where TKeyValue : struct, IThriftValue<TKey>
    where TItemValue : struct, IThriftValue<TItem>
{
    private const int FirstCapacity = 1024;

    public static ThriftType Type => ThriftType.Map;

    public static int MinimumSize(ThriftProtocol protocol) => protocol == ThriftProtocol.Binary ? 6 : 1;

    public static void Write(ref ThriftWriter writer, KeyValuePair<TKey, TItem>[] value)
    {
        ArgumentNullException.ThrowIfNull(value);
        writer.WriteMapHeader(TKeyValue.Type, TItemValue.Type, value.Length);
        foreach (KeyValuePair<TKey, TItem> pair in value)
        {
            TKeyValue.Write(ref writer, pair.Key);
            TItemValue.Write(ref writer, pair.Value);
        }
    }

    public static KeyValuePair<TKey, TItem>[] Read(ref ThriftReader reader)
    {
        int smallest = TKeyValue.MinimumSize(reader.Protocol) + TItemValue.MinimumSize(reader.Protocol);
        int count = reader.ReadMapHeader(TKeyValue.Type, TItemValue.Type, smallest);
        if (count == 0)
        {
            return [];
        }

        KeyValuePair<TKey, TItem>[] pairs = New(ref reader, Math.Min(count, FirstCapacity), 0);
        for (int i = 0; i < count; i++)
        {
            if (i == pairs.Length)
            {
                KeyValuePair<TKey, TItem>[] grown = New(ref reader, (int)Math.Min(count, i * 2L), i);
                pairs.CopyTo(grown, 0);
                pairs = grown;
            }

            TKey key = TKeyValue.Read(ref reader);
            pairs[i] = new(key, TItemValue.Read(ref reader));
        }

        return pairs;
    }

    private static KeyValuePair<TKey, TItem>[] New(ref ThriftReader reader, int length, int alreadyCharged)
    {
        reader.Charge((length - (long)alreadyCharged) * Unsafe.SizeOf<KeyValuePair<TKey, TItem>>());
        return new KeyValuePair<TKey, TItem>[length];
    }
}
