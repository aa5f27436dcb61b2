using System.Buffers.Binary;
using System.Text;

namespace IoTDB.Conformance.Wire;

/// <summary>A Thrift value of the binary protocol as a tree, read without any message: the second opinion of the runner.</summary>
/// <param name="Type">Type code.</param>
/// <param name="Bytes">A plain value; for a list its element type and count, for a map its types and count.</param>
/// <param name="Children">Fields of a struct by id, elements of a list, keys and values of a map.</param>
internal sealed record ThriftNode(byte Type, byte[] Bytes, IReadOnlyList<(short Id, ThriftNode Value)> Children)
{
    private const byte Struct = 12;

    /// <summary>Reads a struct at the start of some bytes.</summary>
    public static ThriftNode Read(ReadOnlySpan<byte> bytes)
    {
        int at = 0;
        return Read(bytes, ref at, Struct);
    }

    /// <summary>Whether all that is here is in the other too; of structs the other may have more.</summary>
    public bool IsWithin(ThriftNode other)
    {
        if (Type != other.Type || !SameBytes(other))
        {
            return false;
        }

        if (Type != Struct)
        {
            return Children.Count == other.Children.Count
                && Children.Zip(other.Children).All(pair => pair.First.Value.IsWithin(pair.Second.Value));
        }

        return Children.All(field => other.Children.Any(candidate => candidate.Id == field.Id && field.Value.IsWithin(candidate.Value)));
    }

    // Text that is no UTF-8 was read with replacement characters and cannot come out as it went in.
    private bool SameBytes(ThriftNode other) =>
        Bytes.AsSpan().SequenceEqual(other.Bytes)
        || (Type == 11 && Encoding.UTF8.GetString(Bytes) == Encoding.UTF8.GetString(other.Bytes));

    private static ThriftNode Read(ReadOnlySpan<byte> bytes, ref int at, byte type)
    {
        switch (type)
        {
            case 2 or 3:
                return Plain(bytes, ref at, type, 1);
            case 6:
                return Plain(bytes, ref at, type, sizeof(short));
            case 8:
                return Plain(bytes, ref at, type, sizeof(int));
            case 4 or 10:
                return Plain(bytes, ref at, type, sizeof(long));
            case 11:
                int length = BinaryPrimitives.ReadInt32BigEndian(bytes[at..]);
                at += sizeof(int);
                return Plain(bytes, ref at, type, length);
            case Struct:
                return ReadStruct(bytes, ref at);
            case 13:
                return ReadElements(bytes, ref at, type, bytes[at], bytes[at + 1], 2);
            default:
                return ReadElements(bytes, ref at, type, bytes[at], bytes[at], 1);
        }
    }

    private static ThriftNode ReadStruct(ReadOnlySpan<byte> bytes, ref int at)
    {
        List<(short, ThriftNode)> fields = [];
        while (bytes[at] is not 0 and byte type)
        {
            short id = BinaryPrimitives.ReadInt16BigEndian(bytes[(at + 1)..]);
            at += 3;
            fields.Add((id, Read(bytes, ref at, type)));
        }

        at++;
        return new ThriftNode(Struct, [], fields);
    }

    private static ThriftNode ReadElements(ReadOnlySpan<byte> bytes, ref int at, byte type, byte even, byte odd, int types)
    {
        byte[] head = bytes.Slice(at, types + sizeof(int)).ToArray();
        int count = BinaryPrimitives.ReadInt32BigEndian(head.AsSpan(types)) * types;
        at += head.Length;
        List<(short, ThriftNode)> elements = [];
        for (int i = 0; i < count; i++)
        {
            elements.Add((0, Read(bytes, ref at, i % 2 == 0 ? even : odd)));
        }

        return new ThriftNode(type, head, elements);
    }

    private static ThriftNode Plain(ReadOnlySpan<byte> bytes, ref int at, byte type, int length)
    {
        byte[] value = bytes.Slice(at, length).ToArray();
        at += length;
        return new ThriftNode(type, value, []);
    }
}
