using System.Buffers.Binary;
using System.Runtime.InteropServices;

namespace IoTDB.Wire.Blocks;

/// <summary>Columns of numbers between memory and wire, in bulk.</summary>
/// <remarks>Vectorised by the framework; doubles and floats travel as the integers of their bits.</remarks>
internal static class BigEndian
{
    /// <summary>Writes numbers, eight bytes each.</summary>
    /// <returns>Bytes written.</returns>
    /// <exception cref="ArgumentException">The destination is too short.</exception>
    public static int Write(ReadOnlySpan<long> values, Span<byte> destination)
    {
        int length = checked(values.Length * sizeof(long));
        Reverse(values, MemoryMarshal.Cast<byte, long>(destination[..length]));
        return length;
    }

    /// <inheritdoc cref="Write(ReadOnlySpan{long}, Span{byte})"/>
    public static int Write(ReadOnlySpan<double> values, Span<byte> destination) => Write(MemoryMarshal.Cast<double, long>(values), destination);

    /// <summary>Writes numbers, four bytes each.</summary>
    /// <inheritdoc cref="Write(ReadOnlySpan{long}, Span{byte})"/>
    public static int Write(ReadOnlySpan<int> values, Span<byte> destination)
    {
        int length = checked(values.Length * sizeof(int));
        Reverse(values, MemoryMarshal.Cast<byte, int>(destination[..length]));
        return length;
    }

    /// <inheritdoc cref="Write(ReadOnlySpan{int}, Span{byte})"/>
    public static int Write(ReadOnlySpan<float> values, Span<byte> destination) => Write(MemoryMarshal.Cast<float, int>(values), destination);

    /// <summary>Reads as many numbers as the destination holds.</summary>
    /// <exception cref="ArgumentException">The source is too short.</exception>
    public static void Read(ReadOnlySpan<byte> source, Span<long> destination) =>
        Reverse(MemoryMarshal.Cast<byte, long>(source[..(destination.Length * sizeof(long))]), destination);

    /// <inheritdoc cref="Read(ReadOnlySpan{byte}, Span{long})"/>
    public static void Read(ReadOnlySpan<byte> source, Span<int> destination) =>
        Reverse(MemoryMarshal.Cast<byte, int>(source[..(destination.Length * sizeof(int))]), destination);

    private static void Reverse(ReadOnlySpan<long> source, Span<long> destination)
    {
        if (BitConverter.IsLittleEndian)
        {
            BinaryPrimitives.ReverseEndianness(source, destination);
        }
        else
        {
            source.CopyTo(destination);
        }
    }

    private static void Reverse(ReadOnlySpan<int> source, Span<int> destination)
    {
        if (BitConverter.IsLittleEndian)
        {
            BinaryPrimitives.ReverseEndianness(source, destination);
        }
        else
        {
            source.CopyTo(destination);
        }
    }
}
