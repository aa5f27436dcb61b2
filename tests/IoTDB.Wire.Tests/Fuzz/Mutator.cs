using System.Buffers.Binary;

namespace IoTDB.Wire.Tests.Fuzz;

/// <summary>Damages bytes the way that hurts decoders: flipped bits, lengths at their edges, cuts, splices, repeats, nests.</summary>
internal sealed class Mutator(Random random)
{
    private static readonly int[] s_edges = [0, 1, -1, int.MaxValue, int.MinValue, 0x7FFFFF00, 1_000_000, 65536, 127, 128, 16384];

    // What starts a nested value in either protocol.
    private static readonly byte[][] s_nests = [[0x0C, 0, 9], [0x0F, 0, 9, 0x0F, 0, 0, 0, 1], [0x1C], [0x19, 0x19], [0x0D, 0, 9, 8, 0x0D, 0, 0, 0, 1]];

    public byte[] Mutate(byte[] bytes, byte[] other)
    {
        byte[] mutated = [.. bytes];
        for (int rounds = random.Next(1, 4); rounds > 0 && mutated.Length > 0; rounds--)
        {
            mutated = Once(mutated, other);
        }

        return mutated;
    }

    private byte[] Once(byte[] bytes, byte[] other)
    {
        int at = random.Next(bytes.Length);
        switch (random.Next(9))
        {
            case 0:
                bytes[at] ^= (byte)(1 << random.Next(8));
                return bytes;
            case 1:
                bytes[at] = (byte)random.Next(256);
                return bytes;
            case 2 when bytes.Length >= sizeof(int):
                at = random.Next(bytes.Length - sizeof(int) + 1);
                BinaryPrimitives.WriteInt32BigEndian(bytes.AsSpan(at), s_edges[random.Next(s_edges.Length)]);
                return bytes;
            case 3 when bytes.Length >= sizeof(int):
                at = random.Next(bytes.Length - sizeof(int) + 1);
                int neighbour = BinaryPrimitives.ReadInt32BigEndian(bytes.AsSpan(at)) + random.Next(-2, 3);
                BinaryPrimitives.WriteInt32BigEndian(bytes.AsSpan(at), neighbour);
                return bytes;
            case 4:
                return bytes[..at];
            case 5 when other.Length > 0:
                return [.. bytes[..at], .. other[random.Next(other.Length)..]];
            case 6:
                int end = Math.Min(bytes.Length, at + random.Next(1, 32));
                return [.. bytes[..end], .. bytes[at..end], .. bytes[end..]];
            case 7:
                byte[] nest = s_nests[random.Next(s_nests.Length)];
                return [.. bytes[..at], .. Enumerable.Repeat(nest, random.Next(1, 200)).SelectMany(part => part), .. bytes[at..]];
            default:
                return [.. bytes[..at], .. bytes[Math.Min(bytes.Length, at + random.Next(1, 8))..]];
        }
    }
}
