namespace IoTDB.Client;

// One overload a number of columns, so that no cell is boxed and no array made.
public sealed partial class Tablet
{
    /// <summary>Adds a row; values in the order of the columns, null where a cell has none.</summary>
    /// <exception cref="ArgumentException">The tablet has another number of columns.</exception>
    /// <exception cref="InvalidCastException">A value is of another type than its column.</exception>
    public void Add<T1>(DateTimeOffset time, T1 value1) =>
        Set(Begin(time, 1), value1);

    /// <inheritdoc cref="Add{T1}(DateTimeOffset, T1)"/>
    public void Add<T1, T2>(DateTimeOffset time, T1 value1, T2 value2) =>
        Set(Begin(time, 2), value1, value2);

    /// <inheritdoc cref="Add{T1}(DateTimeOffset, T1)"/>
    public void Add<T1, T2, T3>(DateTimeOffset time, T1 value1, T2 value2, T3 value3) =>
        Set(Begin(time, 3), value1, value2, value3);

    /// <inheritdoc cref="Add{T1}(DateTimeOffset, T1)"/>
    public void Add<T1, T2, T3, T4>(DateTimeOffset time, T1 value1, T2 value2, T3 value3, T4 value4) =>
        Set(Begin(time, 4), value1, value2, value3, value4);

    /// <inheritdoc cref="Add{T1}(DateTimeOffset, T1)"/>
    public void Add<T1, T2, T3, T4, T5>(DateTimeOffset time, T1 value1, T2 value2, T3 value3, T4 value4, T5 value5) =>
        Set(Begin(time, 5), value1, value2, value3, value4, value5);

    /// <inheritdoc cref="Add{T1}(DateTimeOffset, T1)"/>
    public void Add<T1, T2, T3, T4, T5, T6>(DateTimeOffset time, T1 value1, T2 value2, T3 value3, T4 value4, T5 value5, T6 value6) =>
        Set(Begin(time, 6), value1, value2, value3, value4, value5, value6);

    /// <inheritdoc cref="Add{T1}(DateTimeOffset, T1)"/>
    public void Add<T1, T2, T3, T4, T5, T6, T7>(DateTimeOffset time, T1 value1, T2 value2, T3 value3, T4 value4, T5 value5, T6 value6, T7 value7) =>
        Set(Begin(time, 7), value1, value2, value3, value4, value5, value6, value7);

    /// <inheritdoc cref="Add{T1}(DateTimeOffset, T1)"/>
    public void Add<T1, T2, T3, T4, T5, T6, T7, T8>(DateTimeOffset time, T1 value1, T2 value2, T3 value3, T4 value4, T5 value5, T6 value6, T7 value7, T8 value8) =>
        Set(Begin(time, 8), value1, value2, value3, value4, value5, value6, value7, value8);

    /// <summary>Adds a row at a timestamp in the server's precision; values in the order of the columns, null where a cell has none.</summary>
    /// <exception cref="ArgumentException">The tablet has another number of columns.</exception>
    /// <exception cref="InvalidCastException">A value is of another type than its column.</exception>
    public void Add<T1>(long time, T1 value1) =>
        Set(Begin(time, 1), value1);

    /// <inheritdoc cref="Add{T1}(long, T1)"/>
    public void Add<T1, T2>(long time, T1 value1, T2 value2) =>
        Set(Begin(time, 2), value1, value2);

    /// <inheritdoc cref="Add{T1}(long, T1)"/>
    public void Add<T1, T2, T3>(long time, T1 value1, T2 value2, T3 value3) =>
        Set(Begin(time, 3), value1, value2, value3);

    /// <inheritdoc cref="Add{T1}(long, T1)"/>
    public void Add<T1, T2, T3, T4>(long time, T1 value1, T2 value2, T3 value3, T4 value4) =>
        Set(Begin(time, 4), value1, value2, value3, value4);

    /// <inheritdoc cref="Add{T1}(long, T1)"/>
    public void Add<T1, T2, T3, T4, T5>(long time, T1 value1, T2 value2, T3 value3, T4 value4, T5 value5) =>
        Set(Begin(time, 5), value1, value2, value3, value4, value5);

    /// <inheritdoc cref="Add{T1}(long, T1)"/>
    public void Add<T1, T2, T3, T4, T5, T6>(long time, T1 value1, T2 value2, T3 value3, T4 value4, T5 value5, T6 value6) =>
        Set(Begin(time, 6), value1, value2, value3, value4, value5, value6);

    /// <inheritdoc cref="Add{T1}(long, T1)"/>
    public void Add<T1, T2, T3, T4, T5, T6, T7>(long time, T1 value1, T2 value2, T3 value3, T4 value4, T5 value5, T6 value6, T7 value7) =>
        Set(Begin(time, 7), value1, value2, value3, value4, value5, value6, value7);

    /// <inheritdoc cref="Add{T1}(long, T1)"/>
    public void Add<T1, T2, T3, T4, T5, T6, T7, T8>(long time, T1 value1, T2 value2, T3 value3, T4 value4, T5 value5, T6 value6, T7 value7, T8 value8) =>
        Set(Begin(time, 8), value1, value2, value3, value4, value5, value6, value7, value8);

    private int Begin(DateTimeOffset time, int columns) => Begin(TimeUnit.Ticks, time.UtcTicks - DateTime.UnixEpoch.Ticks, columns);

    private int Begin(long time, int columns) => Begin(TimeUnit.Server, time, columns);

    private void Set<T1>(int row, T1 value1) => TabletColumns.Set(_columns[0], row, value1);

    private void Set<T1, T2>(int row, T1 value1, T2 value2)
    {
        Set(row, value1);
        TabletColumns.Set(_columns[1], row, value2);
    }

    private void Set<T1, T2, T3>(int row, T1 value1, T2 value2, T3 value3)
    {
        Set(row, value1, value2);
        TabletColumns.Set(_columns[2], row, value3);
    }

    private void Set<T1, T2, T3, T4>(int row, T1 value1, T2 value2, T3 value3, T4 value4)
    {
        Set(row, value1, value2, value3);
        TabletColumns.Set(_columns[3], row, value4);
    }

    private void Set<T1, T2, T3, T4, T5>(int row, T1 value1, T2 value2, T3 value3, T4 value4, T5 value5)
    {
        Set(row, value1, value2, value3, value4);
        TabletColumns.Set(_columns[4], row, value5);
    }

    private void Set<T1, T2, T3, T4, T5, T6>(int row, T1 value1, T2 value2, T3 value3, T4 value4, T5 value5, T6 value6)
    {
        Set(row, value1, value2, value3, value4, value5);
        TabletColumns.Set(_columns[5], row, value6);
    }

    private void Set<T1, T2, T3, T4, T5, T6, T7>(int row, T1 value1, T2 value2, T3 value3, T4 value4, T5 value5, T6 value6, T7 value7)
    {
        Set(row, value1, value2, value3, value4, value5, value6);
        TabletColumns.Set(_columns[6], row, value7);
    }

    private void Set<T1, T2, T3, T4, T5, T6, T7, T8>(int row, T1 value1, T2 value2, T3 value3, T4 value4, T5 value5, T6 value6, T7 value7, T8 value8)
    {
        Set(row, value1, value2, value3, value4, value5, value6, value7);
        TabletColumns.Set(_columns[7], row, value8);
    }

    private int Begin(TimeUnit unit, long time, int values) => values == _columns.Length
        ? NextRow(unit, time)
        : throw new ArgumentException($"The tablet has {_columns.Length} columns, {values} values were given.");
}
