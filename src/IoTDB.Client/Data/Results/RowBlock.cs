using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace IoTDB.Client;

/// <summary>Some rows of a result set, column by column.</summary>
/// <remarks>Spans are valid until the next block is read or the result set is disposed of.</remarks>
public sealed class RowBlock
{
    private readonly ColumnReader[] _columns;
    private readonly ColumnReader? _time;

    internal RowBlock(int count, ColumnReader[] columns, ColumnReader? time)
    {
        Count = count;
        _columns = columns;
        _time = time;
    }

    /// <summary>Number of rows.</summary>
    public int Count { get; }

    /// <summary>Time of each row in the server's precision since 1970-01-01T00:00Z; empty where rows have none.</summary>
    public ReadOnlySpan<long> Times => _time is null ? default : _time.Longs;

    /// <summary>A flag for each row: the cell has no value. Empty when none is missing.</summary>
    public ReadOnlySpan<bool> Nulls(int ordinal) => _columns[ordinal].Nulls;

    /// <summary>A value for each row; <c>default</c> where it is missing.</summary>
    /// <typeparam name="T">bool, int (INT32, DATE as yyyyMMdd), long (INT64, TIMESTAMP), float or double: exactly the column's.</typeparam>
    /// <exception cref="InvalidCastException">The column holds another type.</exception>
    public ReadOnlySpan<T> Values<T>(int ordinal)
        where T : unmanaged
    {
        ColumnReader column = _columns[ordinal];
        if (typeof(T) == typeof(double))
        {
            return Cast<double, T>(column.Doubles);
        }

        if (typeof(T) == typeof(float))
        {
            return Cast<float, T>(column.Floats);
        }

        if (typeof(T) == typeof(long))
        {
            return Cast<long, T>(column.Longs);
        }

        if (typeof(T) == typeof(int))
        {
            return Cast<int, T>(column.Ints);
        }

        return typeof(T) == typeof(bool) ? Cast<bool, T>(column.Booleans) : throw column.NotA(typeof(T).Name);
    }

    /// <summary>UTF-8 bytes of a text, or the bytes of a BLOB; empty where it is missing.</summary>
    /// <exception cref="InvalidCastException">The column holds neither.</exception>
    public ReadOnlySpan<byte> GetBytes(int ordinal, int row) => _columns[ordinal].Bytes(row);

    /// <summary>A text, or null where it is missing.</summary>
    /// <exception cref="InvalidCastException">The column holds no text.</exception>
    public string? GetString(int ordinal, int row) => _columns[ordinal].IsNull(row) ? null : _columns[ordinal].Text(row);

    private static ReadOnlySpan<TTo> Cast<TFrom, TTo>(ReadOnlySpan<TFrom> values) =>
        MemoryMarshal.CreateReadOnlySpan(ref Unsafe.As<TFrom, TTo>(ref MemoryMarshal.GetReference(values)), values.Length);
}
