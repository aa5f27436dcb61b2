using System.Buffers.Binary;
using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace IoTDB.Wire.Blocks;

/// <summary>Numbers of four or eight bytes between memory and wire, one by one or in bulk.</summary>
/// <remarks>
/// Columns are vectorised by the framework; doubles and floats travel as the integers of their bits. Which width a type has is decided when its
/// code is compiled, so that each type gets the code that would have been written for it alone.
/// </remarks>
internal static class BigEndian
{
    /// <summary>Writes numbers.</summary>
    /// <returns>Bytes written.</returns>
    /// <exception cref="ArgumentException">The destination is too short.</exception>
    public static int Write<T>(ReadOnlySpan<T> values, Span<byte> destination)
        where T : unmanaged, INumber<T>
    {
        int length = checked(values.Length * Unsafe.SizeOf<T>());
        Swap(values, MemoryMarshal.Cast<byte, T>(destination[..length]));
        return length;
    }

    /// <summary>Reads as many numbers as the destination holds.</summary>
    /// <exception cref="ArgumentException">The source is too short.</exception>
    public static void Read<T>(ReadOnlySpan<byte> source, Span<T> destination)
        where T : unmanaged, INumber<T> =>
        Swap(MemoryMarshal.Cast<byte, T>(source[..checked(destination.Length * Unsafe.SizeOf<T>())]), destination);

    /// <summary>Writes one number.</summary>
    /// <exception cref="ArgumentException">The destination is too short.</exception>
    public static void WriteOne<T>(T value, Span<byte> destination)
        where T : unmanaged, INumber<T> => MemoryMarshal.Write(destination, Swap(value));

    /// <summary>Reads one number.</summary>
    /// <exception cref="ArgumentException">The source is too short.</exception>
    public static T ReadOne<T>(ReadOnlySpan<byte> source)
        where T : unmanaged, INumber<T> => Swap(MemoryMarshal.Read<T>(source));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static T Swap<T>(T value)
        where T : unmanaged, INumber<T> => !BitConverter.IsLittleEndian ? value
            : Unsafe.SizeOf<T>() == sizeof(long) ? Unsafe.BitCast<long, T>(BinaryPrimitives.ReverseEndianness(Unsafe.BitCast<T, long>(value)))
            : Unsafe.BitCast<int, T>(BinaryPrimitives.ReverseEndianness(Unsafe.BitCast<T, int>(value)));

    private static void Swap<T>(ReadOnlySpan<T> source, Span<T> destination)
        where T : unmanaged, INumber<T>
    {
        if (!BitConverter.IsLittleEndian)
        {
            source.CopyTo(destination);
        }
        else if (Unsafe.SizeOf<T>() == sizeof(long))
        {
            BinaryPrimitives.ReverseEndianness(MemoryMarshal.Cast<T, long>(source), MemoryMarshal.Cast<T, long>(destination));
        }
        else
        {
            BinaryPrimitives.ReverseEndianness(MemoryMarshal.Cast<T, int>(source), MemoryMarshal.Cast<T, int>(destination));
        }
    }
}
