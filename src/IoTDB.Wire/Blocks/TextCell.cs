using System.Buffers.Binary;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using IoTDB.Wire.Thrift;

namespace IoTDB.Wire.Blocks;

/// <summary>Texts as cells of tablets and records: four bytes of length, then UTF-8.</summary>
/// <remarks>
/// Most texts are short and ASCII: those of 8 to 16 characters are narrowed with two overlapping vectors, which takes a third of the
/// general encoder's time. Bounds: <c>TextCellTests</c>; numbers: <c>docs/benchmarks.md</c>.
/// </remarks>
internal static class TextCell
{
    private const int Length = sizeof(int);
    private const int OneVector = 8;
    private const int TwoVectors = 16;
    private const ushort NotAscii = 0xFF80;

    /// <summary>Bytes that the cell of a text takes at most.</summary>
    public static int MaxLength(string? text) => Length + ((text?.Length ?? 0) * 3);

    /// <summary>Bytes that the cells of some texts take at most.</summary>
    /// <exception cref="OverflowException">More than a frame can hold.</exception>
    public static int MaxLength(ReadOnlySpan<string?> texts)
    {
        long characters = 0;
        foreach (string? text in texts)
        {
            characters += text?.Length ?? 0;
        }

        return checked((int)((texts.Length * (long)Length) + (characters * 3)));
    }

    /// <summary>Writes a cell.</summary>
    /// <param name="text">The text.</param>
    /// <param name="destination">At least <see cref="MaxLength(string)"/> bytes from <paramref name="at"/> on.</param>
    /// <param name="at">Where the cell starts.</param>
    /// <returns>Where the next cell starts.</returns>
    /// <exception cref="ArgumentException">Too little room, or a lone surrogate.</exception>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static int Write(string text, Span<byte> destination, int at)
    {
        int length = text.Length;
        if (Vector128.IsHardwareAccelerated && length is >= OneVector and <= TwoVectors)
        {
            // Everything below is inside this slice, and inside the text.
            Span<byte> cell = destination.Slice(at, Length + length);
            ref ushort characters = ref Unsafe.As<char, ushort>(ref MemoryMarshal.GetReference(text.AsSpan()));
            Vector128<ushort> first = Vector128.LoadUnsafe(ref characters);
            Vector128<ushort> last = Vector128.LoadUnsafe(ref characters, (nuint)(length - OneVector));
            if (((first | last) & Vector128.Create(NotAscii)) == Vector128<ushort>.Zero)
            {
                ref byte start = ref MemoryMarshal.GetReference(cell);
                Unsafe.WriteUnaligned(ref start, BitConverter.IsLittleEndian ? BinaryPrimitives.ReverseEndianness(length) : length);
                Vector128.Narrow(first, first).GetLower().StoreUnsafe(ref start, Length);
                Vector128.Narrow(last, last).GetLower().StoreUnsafe(ref start, (nuint)(Length + length - OneVector));
                return at + Length + length;
            }
        }

        return WriteAny(text, destination, at);
    }

    /// <summary>Writes a cell of bytes.</summary>
    /// <returns>Where the next cell starts.</returns>
    /// <exception cref="ArgumentException">Too little room.</exception>
    public static int Write(ReadOnlySpan<byte> value, Span<byte> destination, int at)
    {
        BinaryPrimitives.WriteInt32BigEndian(destination[at..], value.Length);
        value.CopyTo(destination[(at + Length)..]);
        return at + Length + value.Length;
    }

    private static int WriteAny(string text, Span<byte> destination, int at)
    {
        int written = WireText.Strict.GetBytes(text, destination[(at + Length)..]);
        BinaryPrimitives.WriteInt32BigEndian(destination[at..], written);
        return at + Length + written;
    }
}
