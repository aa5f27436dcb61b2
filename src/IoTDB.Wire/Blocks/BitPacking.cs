using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace IoTDB.Wire.Blocks;

/// <summary>Flags to bits and back. The protocol has both orders; each method names its own. Source: wire protocol 13.1.</summary>
internal static class BitPacking
{
    /// <summary>Bytes of a tablet's bitmap: one more than needed when the rows are a multiple of eight.</summary>
    public static int TabletBitmapLength(int rows) => (rows / 8) + 1;

    /// <summary>Packs flags as a tablet's bitmap has them: row 0 is the lowest bit of byte 0; unused bits are 0.</summary>
    /// <param name="flags">A flag for every row.</param>
    /// <param name="bits">At least <see cref="TabletBitmapLength"/> bytes; exactly so many are written.</param>
    /// <returns>Whether any flag was set.</returns>
    public static bool PackLeastSignificantFirst(ReadOnlySpan<bool> flags, Span<byte> bits)
    {
        bits = bits[..TabletBitmapLength(flags.Length)];
        bits[^1] = 0;
        int row = 0;
        uint any = 0;
        if (Vector256.IsHardwareAccelerated)
        {
            ReadOnlySpan<byte> bytes = MemoryMarshal.AsBytes(flags);
            Span<uint> words = MemoryMarshal.Cast<byte, uint>(bits);
            for (; bytes.Length - row >= Vector256<byte>.Count; row += Vector256<byte>.Count)
            {
                Vector256<byte> set = Vector256.Equals(Vector256.Create(bytes.Slice(row, Vector256<byte>.Count)), Vector256<byte>.Zero);
                uint word = ~set.ExtractMostSignificantBits();
                any |= word;
                words[row / 32] = BitConverter.IsLittleEndian ? word : System.Buffers.Binary.BinaryPrimitives.ReverseEndianness(word);
            }
        }

        for (; row < flags.Length; row += 8)
        {
            uint packed = 0;
            ReadOnlySpan<bool> eight = flags[row..Math.Min(row + 8, flags.Length)];
            for (int i = 0; i < eight.Length; i++)
            {
                packed |= (eight[i] ? 1u : 0u) << i;
            }

            any |= packed;
            bits[row / 8] = (byte)packed;
        }

        return any != 0;
    }

    /// <summary>Packs flags as a result block has them: row 0 is the highest bit of byte 0; unused bits are 0.</summary>
    /// <param name="flags">A flag for every row.</param>
    /// <param name="bits">At least a bit for every flag.</param>
    public static void PackMostSignificantFirst(ReadOnlySpan<bool> flags, Span<byte> bits)
    {
        for (int row = 0; row < flags.Length; row += 8)
        {
            uint packed = 0;
            ReadOnlySpan<bool> eight = flags[row..Math.Min(row + 8, flags.Length)];
            for (int i = 0; i < eight.Length; i++)
            {
                packed |= (eight[i] ? 0x80u : 0u) >> i;
            }

            bits[row / 8] = (byte)packed;
        }
    }

    /// <summary>A bit of a tablet's bitmap.</summary>
    public static bool IsSetLeastSignificantFirst(ReadOnlySpan<byte> bits, int row) => (bits[row >> 3] & (1 << (row & 7))) != 0;

    /// <summary>A bit of a result block.</summary>
    public static bool IsSetMostSignificantFirst(ReadOnlySpan<byte> bits, int row) => (bits[row >> 3] & (0x80 >> (row & 7))) != 0;
}
