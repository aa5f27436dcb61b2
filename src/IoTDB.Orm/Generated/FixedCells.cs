using System.Buffers.Binary;
using System.ComponentModel;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using IoTDB.Wire.Blocks;

namespace IoTDB.Orm.Generated;

/// <summary>Cells of one column of fixed width, as generated code reads them: row after row, each row once.</summary>
/// <remarks>
/// Missing values take no bytes, so the nullable methods advance a cursor by nothing or by the width, without a branch: whether a cell is
/// missing is hard to predict. The others read by row and are for columns in which nothing is missing; <see cref="BlockReader{T}"/> has made
/// sure of that, of the length, and of eight readable bytes behind the last value. Source: wire protocol 9.7. The nullable methods are written
/// out for each type: one generic body took 119 bytes of machine code instead of 81.
/// </remarks>
[EditorBrowsable(EditorBrowsableState.Never)]
public ref struct FixedCells
{
    private readonly ref byte _missing;
    private ref byte _values;

    internal FixedCells(ref byte values, ref byte missing)
    {
        _values = ref values;
        _missing = ref missing;
    }

    /// <summary>An INT64, TIMESTAMP or time.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public readonly long Int64(int row) => ReadInt64(ref Unsafe.Add(ref _values, (nint)row * sizeof(long)));

    /// <summary>An INT32.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public readonly int Int32(int row) => ReadInt32(ref Unsafe.Add(ref _values, (nint)row * sizeof(int)));

    /// <summary>A DOUBLE.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public readonly double Double(int row) => BitConverter.Int64BitsToDouble(Int64(row));

    /// <summary>A FLOAT.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public readonly float Single(int row) => BitConverter.Int32BitsToSingle(Int32(row));

    /// <summary>A BOOLEAN.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public readonly bool Boolean(int row) => (Unsafe.Add(ref _values, row >> 3) & (0x80 >> (row & 7))) != 0;

    /// <summary>A DATE.</summary>
    /// <exception cref="FormatException">The stored number is no day of the calendar.</exception>
    public readonly DateOnly Date(int row) => DayOf(Int32(row));

    /// <summary>An INT64 or TIMESTAMP, or null.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public long? NullableInt64(int row)
    {
        uint present = Present(row);
        Optional<long> cell;
        cell.HasValue = present != 0;
        cell.Value = ReadInt64(ref _values) & -(long)present;
        _values = ref Unsafe.Add(ref _values, (nint)(present << 3));
        return Unsafe.As<Optional<long>, long?>(ref cell);
    }

    /// <summary>An INT32, or null.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public int? NullableInt32(int row)
    {
        uint present = Present(row);
        Optional<int> cell;
        cell.HasValue = present != 0;
        cell.Value = ReadInt32(ref _values) & -(int)present;
        _values = ref Unsafe.Add(ref _values, (nint)(present << 2));
        return Unsafe.As<Optional<int>, int?>(ref cell);
    }

    /// <summary>A DOUBLE, or null.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public double? NullableDouble(int row)
    {
        uint present = Present(row);
        Optional<double> cell;
        cell.HasValue = present != 0;
        cell.Value = BitConverter.Int64BitsToDouble(ReadInt64(ref _values) & -(long)present);
        _values = ref Unsafe.Add(ref _values, (nint)(present << 3));
        return Unsafe.As<Optional<double>, double?>(ref cell);
    }

    /// <summary>A FLOAT, or null.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public float? NullableSingle(int row)
    {
        uint present = Present(row);
        Optional<float> cell;
        cell.HasValue = present != 0;
        cell.Value = BitConverter.Int32BitsToSingle(ReadInt32(ref _values) & -(int)present);
        _values = ref Unsafe.Add(ref _values, (nint)(present << 2));
        return Unsafe.As<Optional<float>, float?>(ref cell);
    }

    /// <summary>A BOOLEAN, or null. Its bits are there for every row.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public readonly bool? NullableBoolean(int row)
    {
        uint present = Present(row);
        Optional<bool> cell;
        cell.HasValue = present != 0;
        cell.Value = (present & ((uint)Unsafe.Add(ref _values, row >> 3) >> (7 - (row & 7)))) != 0;
        return Unsafe.As<Optional<bool>, bool?>(ref cell);
    }

    /// <summary>A DATE, or null.</summary>
    /// <exception cref="FormatException">The stored number is no day of the calendar.</exception>
    public DateOnly? NullableDate(int row) => NullableInt32(row) is { } number ? DayOf(number) : null;

    private static DateOnly DayOf(int number) => DateNumber.TryToDate(number, out DateOnly day)
        ? day
        : throw new FormatException($"The stored DATE {number} is no day of the calendar.");

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static long ReadInt64(ref byte value) => BinaryPrimitives.ReverseEndianness(Unsafe.ReadUnaligned<long>(ref value));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static int ReadInt32(ref byte value) => BinaryPrimitives.ReverseEndianness(Unsafe.ReadUnaligned<int>(ref value));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private readonly uint Present(int row) => 1u & ~((uint)Unsafe.Add(ref _missing, row >> 3) >> (7 - (row & 7)));

    // Laid out as Nullable<T> is; a test holds the two together.
    [StructLayout(LayoutKind.Sequential)]
    internal struct Optional<TValue>
        where TValue : struct
    {
        public bool HasValue;
        public TValue Value;
    }
}
