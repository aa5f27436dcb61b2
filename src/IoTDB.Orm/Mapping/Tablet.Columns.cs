using System.Buffers;
using System.ComponentModel;
using System.Runtime.InteropServices;
using IoTDB.Orm.Mapping;

namespace IoTDB.Orm;

/// <content>What the generated setters call. Columns are numbered in the order of declaration.</content>
public abstract partial class Tablet<T>
{
    /// <summary>Sets a BOOLEAN column.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    protected void SetColumn(int column, ReadOnlySpan<bool> values, ReadOnlySpan<bool> isNull) => Column(column).Set(values, isNull);

    /// <summary>Sets an INT32 column.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    protected void SetColumn(int column, ReadOnlySpan<int> values, ReadOnlySpan<bool> isNull) => Column(column).Set(values, isNull);

    /// <summary>Sets an INT64 or TIMESTAMP column.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    protected void SetColumn(int column, ReadOnlySpan<long> values, ReadOnlySpan<bool> isNull) => Column(column).Set(values, isNull);

    /// <summary>Sets a FLOAT column.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    protected void SetColumn(int column, ReadOnlySpan<float> values, ReadOnlySpan<bool> isNull) =>
        Column(column).Set(MemoryMarshal.Cast<float, int>(values), isNull);

    /// <summary>Sets a DOUBLE column.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    protected void SetColumn(int column, ReadOnlySpan<double> values, ReadOnlySpan<bool> isNull) =>
        Column(column).Set(MemoryMarshal.Cast<double, long>(values), isNull);

    /// <summary>Sets a DATE column.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    protected void SetColumn(int column, ReadOnlySpan<DateOnly> values, ReadOnlySpan<bool> isNull) => Column(column).Set(values, isNull);

    /// <summary>Sets a TIMESTAMP column.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    protected void SetColumn(int column, ReadOnlySpan<DateTimeOffset> values, ReadOnlySpan<bool> isNull) => Column(column).Set(values, isNull);

    /// <summary>Sets a TEXT or STRING column; null is a missing value.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    protected void SetColumn(int column, ReadOnlySpan<string?> values) => Column(column).Set(values);

    /// <summary>Sets a BLOB column; null is a missing value.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    protected void SetColumn(int column, ReadOnlySpan<byte[]?> values) => Column(column).Set(values);

    /// <summary>Sets a column of a value type that is stored as another type.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    protected void SetConverted<TValue, TStore>(int column, ReadOnlySpan<TValue> values, ReadOnlySpan<bool> isNull, Func<TValue, TStore> toStore)
        where TValue : struct
    {
        ArgumentNullException.ThrowIfNull(toStore);
        ColumnBuffer buffer = Column(column);
        buffer.RequireLengths(values.Length, isNull.Length);
        TStore[] stored = ArrayPool<TStore>.Shared.Rent(values.Length);
        for (int i = 0; i < values.Length; i++)
        {
            stored[i] = !isNull.IsEmpty && isNull[i] ? default! : toStore(values[i]);
        }

        buffer.SetStored(stored, values.Length, isNull);
        ArrayPool<TStore>.Shared.Return(stored, clearArray: true);
    }

    /// <summary>Sets a column of a class that is stored as another type; null is a missing value.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    protected void SetConvertedObjects<TValue, TStore>(int column, ReadOnlySpan<TValue?> values, Func<TValue, TStore> toStore)
        where TValue : class
    {
        ArgumentNullException.ThrowIfNull(toStore);
        ColumnBuffer buffer = Column(column);
        TStore[] stored = ArrayPool<TStore>.Shared.Rent(values.Length);
        bool[] missing = ArrayPool<bool>.Shared.Rent(values.Length);
        for (int i = 0; i < values.Length; i++)
        {
            missing[i] = values[i] is null;
            stored[i] = values[i] is { } value ? toStore(value) : default!;
        }

        buffer.SetStored(stored, values.Length, missing.AsSpan(0, values.Length));
        ArrayPool<TStore>.Shared.Return(stored, clearArray: true);
        ArrayPool<bool>.Shared.Return(missing);
    }

    private ColumnBuffer Column(int column) => Buffer(ref _columns[column], T.Model.Measurements[column].DataType);
}
