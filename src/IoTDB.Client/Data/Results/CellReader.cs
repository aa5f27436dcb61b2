using System.Runtime.CompilerServices;
using IoTDB.Wire.Blocks;

namespace IoTDB.Client;

/// <summary>Reads one cell as a .NET type, without boxing. Widening that keeps every value is allowed, nothing else.</summary>
internal static class CellReader
{
    public static T Read<T>(ColumnReader column, int row, TimeScale scale)
    {
        if (typeof(T) == typeof(double))
        {
            return As<double, T>(Double(column, row));
        }

        if (typeof(T) == typeof(float))
        {
            return As<float, T>(column.Floats[row]);
        }

        if (typeof(T) == typeof(long))
        {
            return As<long, T>(Long(column, row));
        }

        if (typeof(T) == typeof(int))
        {
            return As<int, T>(column.Ints[row]);
        }

        if (typeof(T) == typeof(bool))
        {
            return As<bool, T>(column.Booleans[row]);
        }

        if (typeof(T) == typeof(DateTimeOffset))
        {
            return As<DateTimeOffset, T>(scale.ToDateTimeOffset(Timestamp(column, row, nameof(DateTimeOffset))));
        }

        if (typeof(T) == typeof(DateTime))
        {
            return As<DateTime, T>(scale.ToDateTimeOffset(Timestamp(column, row, nameof(DateTime))).UtcDateTime);
        }

        if (typeof(T) == typeof(DateOnly))
        {
            return As<DateOnly, T>(Date(column, row));
        }

        if (typeof(T) == typeof(string))
        {
            return (T)(object)Text(column, row);
        }

        if (typeof(T) == typeof(byte[]))
        {
            return (T)(object)column.Bytes(row).ToArray();
        }

        throw column.NotA(typeof(T).Name);
    }

    private static double Double(ColumnReader column, int row)
    {
        _ = column.Nulls; // decodes, so that the physical type is known
        return column.PhysicalType switch
        {
            TsDataType.Float => column.Floats[row],
            TsDataType.Int32 when column.Column?.DataType != TsDataType.Date => column.Ints[row],
            _ => column.Doubles[row],
        };
    }

    private static long Long(ColumnReader column, int row)
    {
        _ = column.Nulls;
        return column.PhysicalType == TsDataType.Int32 ? column.Ints[row] : column.Longs[row];
    }

    private static long Timestamp(ColumnReader column, int row, string wanted) =>
        column.Column is null or { DataType: TsDataType.Timestamp or TsDataType.Int64 } ? column.Longs[row] : throw column.NotA(wanted);

    private static string Text(ColumnReader column, int row) =>
        column.Column is { DataType: TsDataType.Blob } ? throw column.NotA("string; read it as byte[]") : column.Text(row);

    private static DateOnly Date(ColumnReader column, int row)
    {
        if (column.Column is not { DataType: TsDataType.Date })
        {
            throw column.NotA(nameof(DateOnly));
        }

        int value = column.Ints[row];
        return DateNumber.TryToDate(value, out DateOnly day) ? day : throw new InvalidCastException($"{value} is no day of the calendar; read the column as int.");
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static TTo As<TFrom, TTo>(TFrom value) => Unsafe.As<TFrom, TTo>(ref value);
}
