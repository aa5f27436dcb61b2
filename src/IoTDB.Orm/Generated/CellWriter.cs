using System.Buffers.Binary;
using System.ComponentModel;
using System.Runtime.CompilerServices;
using IoTDB.Wire.Blocks;

namespace IoTDB.Orm.Generated;

/// <summary>Writes single cells of a fixed width, big-endian, at a byte offset. Source: wire protocol 8.3.</summary>
/// <remarks>
/// Offsets are not checked here: <see cref="TabletEncoder"/> has reserved <c>rows × width</c> bytes before the first call, and generated code
/// computes offsets from the same two numbers. The overloads for missing values write a placeholder and return 1 for "missing", else 0.
/// Written out for each type: one generic body took half as many bytes of code again for doubles and floats, which go through memory there.
/// </remarks>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class CellWriter
{
    /// <summary>An INT64, TIMESTAMP or time.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Put(ref byte cells, nint at, long value) =>
        Unsafe.WriteUnaligned(ref Unsafe.Add(ref cells, at), BinaryPrimitives.ReverseEndianness(value));

    /// <summary>An INT32.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Put(ref byte cells, nint at, int value) =>
        Unsafe.WriteUnaligned(ref Unsafe.Add(ref cells, at), BinaryPrimitives.ReverseEndianness(value));

    /// <summary>A DOUBLE.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Put(ref byte cells, nint at, double value) => Put(ref cells, at, BitConverter.DoubleToInt64Bits(value));

    /// <summary>A FLOAT.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Put(ref byte cells, nint at, float value) => Put(ref cells, at, BitConverter.SingleToInt32Bits(value));

    /// <summary>A BOOLEAN.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Put(ref byte cells, nint at, bool value) => Unsafe.Add(ref cells, at) = value ? (byte)1 : (byte)0;

    /// <summary>A DATE.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The day is before 1000-01-01, which no server stores.</exception>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Put(ref byte cells, nint at, DateOnly value) => Put(ref cells, at, DateNumber.Of(value));

    /// <summary>An INT64 or TIMESTAMP that may be missing.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static uint Put(ref byte cells, nint at, long? value)
    {
        Put(ref cells, at, value.GetValueOrDefault());
        return value.HasValue ? 0u : 1u;
    }

    /// <summary>An INT32 that may be missing.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static uint Put(ref byte cells, nint at, int? value)
    {
        Put(ref cells, at, value.GetValueOrDefault());
        return value.HasValue ? 0u : 1u;
    }

    /// <summary>A DOUBLE that may be missing.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static uint Put(ref byte cells, nint at, double? value)
    {
        Put(ref cells, at, value.GetValueOrDefault());
        return value.HasValue ? 0u : 1u;
    }

    /// <summary>A FLOAT that may be missing.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static uint Put(ref byte cells, nint at, float? value)
    {
        Put(ref cells, at, value.GetValueOrDefault());
        return value.HasValue ? 0u : 1u;
    }

    /// <summary>A BOOLEAN that may be missing.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static uint Put(ref byte cells, nint at, bool? value)
    {
        Put(ref cells, at, value.GetValueOrDefault());
        return value.HasValue ? 0u : 1u;
    }

    /// <summary>A DATE that may be missing.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The day is before 1000-01-01, which no server stores.</exception>
    public static uint Put(ref byte cells, nint at, DateOnly? value)
    {
        Put(ref cells, at, value is { } day ? DateNumber.Of(day) : DateNumber.Missing);
        return value.HasValue ? 0u : 1u;
    }

    /// <summary>Eight rows of a column's map of missing cells, the first row in the lowest bit.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Mark(ref byte missing, nint at, uint bits) => Unsafe.Add(ref missing, at) = (byte)bits;

    /// <summary>An instant, if the time says which.</summary>
    /// <exception cref="ArgumentException">The kind is not <see cref="DateTimeKind.Utc"/>.</exception>
    public static DateTimeOffset Utc(DateTime value) => value.Kind == DateTimeKind.Utc
        ? new DateTimeOffset(value)
        : throw new ArgumentException($"The time has kind {value.Kind}; give DateTimeKind.Utc, or use DateTimeOffset.", nameof(value));
}
