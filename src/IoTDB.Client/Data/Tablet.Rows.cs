namespace IoTDB.Client;

// One overload a number of columns, so that no cell is boxed and no array made.
public sealed partial class Tablet
{
    /// <summary>Adds a row; values in the order of the columns, null where a cell has none.</summary>
    /// <exception cref="ArgumentException">The tablet has another number of columns.</exception>
    /// <exception cref="InvalidCastException">A value is of another type than its column.</exception>
    public void Add<T1>(DateTimeOffset time, T1 value1)
    {
        int row = Begin(TimeUnit.Ticks, time.UtcTicks - DateTime.UnixEpoch.Ticks, 1);
        TabletColumns.Set(_columns[0], row, value1);
    }

    /// <summary>Adds a row; values in the order of the columns, null where a cell has none.</summary>
    /// <exception cref="ArgumentException">The tablet has another number of columns.</exception>
    /// <exception cref="InvalidCastException">A value is of another type than its column.</exception>
    public void Add<T1, T2>(DateTimeOffset time, T1 value1, T2 value2)
    {
        int row = Begin(TimeUnit.Ticks, time.UtcTicks - DateTime.UnixEpoch.Ticks, 2);
        TabletColumns.Set(_columns[0], row, value1);
        TabletColumns.Set(_columns[1], row, value2);
    }

    /// <summary>Adds a row; values in the order of the columns, null where a cell has none.</summary>
    /// <exception cref="ArgumentException">The tablet has another number of columns.</exception>
    /// <exception cref="InvalidCastException">A value is of another type than its column.</exception>
    public void Add<T1, T2, T3>(DateTimeOffset time, T1 value1, T2 value2, T3 value3)
    {
        int row = Begin(TimeUnit.Ticks, time.UtcTicks - DateTime.UnixEpoch.Ticks, 3);
        TabletColumns.Set(_columns[0], row, value1);
        TabletColumns.Set(_columns[1], row, value2);
        TabletColumns.Set(_columns[2], row, value3);
    }

    /// <summary>Adds a row; values in the order of the columns, null where a cell has none.</summary>
    /// <exception cref="ArgumentException">The tablet has another number of columns.</exception>
    /// <exception cref="InvalidCastException">A value is of another type than its column.</exception>
    public void Add<T1, T2, T3, T4>(DateTimeOffset time, T1 value1, T2 value2, T3 value3, T4 value4)
    {
        int row = Begin(TimeUnit.Ticks, time.UtcTicks - DateTime.UnixEpoch.Ticks, 4);
        TabletColumns.Set(_columns[0], row, value1);
        TabletColumns.Set(_columns[1], row, value2);
        TabletColumns.Set(_columns[2], row, value3);
        TabletColumns.Set(_columns[3], row, value4);
    }

    /// <summary>Adds a row; values in the order of the columns, null where a cell has none.</summary>
    /// <exception cref="ArgumentException">The tablet has another number of columns.</exception>
    /// <exception cref="InvalidCastException">A value is of another type than its column.</exception>
    public void Add<T1, T2, T3, T4, T5>(DateTimeOffset time, T1 value1, T2 value2, T3 value3, T4 value4, T5 value5)
    {
        int row = Begin(TimeUnit.Ticks, time.UtcTicks - DateTime.UnixEpoch.Ticks, 5);
        TabletColumns.Set(_columns[0], row, value1);
        TabletColumns.Set(_columns[1], row, value2);
        TabletColumns.Set(_columns[2], row, value3);
        TabletColumns.Set(_columns[3], row, value4);
        TabletColumns.Set(_columns[4], row, value5);
    }

    /// <summary>Adds a row; values in the order of the columns, null where a cell has none.</summary>
    /// <exception cref="ArgumentException">The tablet has another number of columns.</exception>
    /// <exception cref="InvalidCastException">A value is of another type than its column.</exception>
    public void Add<T1, T2, T3, T4, T5, T6>(DateTimeOffset time, T1 value1, T2 value2, T3 value3, T4 value4, T5 value5, T6 value6)
    {
        int row = Begin(TimeUnit.Ticks, time.UtcTicks - DateTime.UnixEpoch.Ticks, 6);
        TabletColumns.Set(_columns[0], row, value1);
        TabletColumns.Set(_columns[1], row, value2);
        TabletColumns.Set(_columns[2], row, value3);
        TabletColumns.Set(_columns[3], row, value4);
        TabletColumns.Set(_columns[4], row, value5);
        TabletColumns.Set(_columns[5], row, value6);
    }

    /// <summary>Adds a row; values in the order of the columns, null where a cell has none.</summary>
    /// <exception cref="ArgumentException">The tablet has another number of columns.</exception>
    /// <exception cref="InvalidCastException">A value is of another type than its column.</exception>
    public void Add<T1, T2, T3, T4, T5, T6, T7>(DateTimeOffset time, T1 value1, T2 value2, T3 value3, T4 value4, T5 value5, T6 value6, T7 value7)
    {
        int row = Begin(TimeUnit.Ticks, time.UtcTicks - DateTime.UnixEpoch.Ticks, 7);
        TabletColumns.Set(_columns[0], row, value1);
        TabletColumns.Set(_columns[1], row, value2);
        TabletColumns.Set(_columns[2], row, value3);
        TabletColumns.Set(_columns[3], row, value4);
        TabletColumns.Set(_columns[4], row, value5);
        TabletColumns.Set(_columns[5], row, value6);
        TabletColumns.Set(_columns[6], row, value7);
    }

    /// <summary>Adds a row; values in the order of the columns, null where a cell has none.</summary>
    /// <exception cref="ArgumentException">The tablet has another number of columns.</exception>
    /// <exception cref="InvalidCastException">A value is of another type than its column.</exception>
    public void Add<T1, T2, T3, T4, T5, T6, T7, T8>(DateTimeOffset time, T1 value1, T2 value2, T3 value3, T4 value4, T5 value5, T6 value6, T7 value7, T8 value8)
    {
        int row = Begin(TimeUnit.Ticks, time.UtcTicks - DateTime.UnixEpoch.Ticks, 8);
        TabletColumns.Set(_columns[0], row, value1);
        TabletColumns.Set(_columns[1], row, value2);
        TabletColumns.Set(_columns[2], row, value3);
        TabletColumns.Set(_columns[3], row, value4);
        TabletColumns.Set(_columns[4], row, value5);
        TabletColumns.Set(_columns[5], row, value6);
        TabletColumns.Set(_columns[6], row, value7);
        TabletColumns.Set(_columns[7], row, value8);
    }

    /// <summary>Adds a row at a timestamp in the server's precision; values in the order of the columns, null where a cell has none.</summary>
    /// <exception cref="ArgumentException">The tablet has another number of columns.</exception>
    /// <exception cref="InvalidCastException">A value is of another type than its column.</exception>
    public void Add<T1>(long time, T1 value1)
    {
        int row = Begin(TimeUnit.Server, time, 1);
        TabletColumns.Set(_columns[0], row, value1);
    }

    /// <summary>Adds a row at a timestamp in the server's precision; values in the order of the columns, null where a cell has none.</summary>
    /// <exception cref="ArgumentException">The tablet has another number of columns.</exception>
    /// <exception cref="InvalidCastException">A value is of another type than its column.</exception>
    public void Add<T1, T2>(long time, T1 value1, T2 value2)
    {
        int row = Begin(TimeUnit.Server, time, 2);
        TabletColumns.Set(_columns[0], row, value1);
        TabletColumns.Set(_columns[1], row, value2);
    }

    /// <summary>Adds a row at a timestamp in the server's precision; values in the order of the columns, null where a cell has none.</summary>
    /// <exception cref="ArgumentException">The tablet has another number of columns.</exception>
    /// <exception cref="InvalidCastException">A value is of another type than its column.</exception>
    public void Add<T1, T2, T3>(long time, T1 value1, T2 value2, T3 value3)
    {
        int row = Begin(TimeUnit.Server, time, 3);
        TabletColumns.Set(_columns[0], row, value1);
        TabletColumns.Set(_columns[1], row, value2);
        TabletColumns.Set(_columns[2], row, value3);
    }

    /// <summary>Adds a row at a timestamp in the server's precision; values in the order of the columns, null where a cell has none.</summary>
    /// <exception cref="ArgumentException">The tablet has another number of columns.</exception>
    /// <exception cref="InvalidCastException">A value is of another type than its column.</exception>
    public void Add<T1, T2, T3, T4>(long time, T1 value1, T2 value2, T3 value3, T4 value4)
    {
        int row = Begin(TimeUnit.Server, time, 4);
        TabletColumns.Set(_columns[0], row, value1);
        TabletColumns.Set(_columns[1], row, value2);
        TabletColumns.Set(_columns[2], row, value3);
        TabletColumns.Set(_columns[3], row, value4);
    }

    /// <summary>Adds a row at a timestamp in the server's precision; values in the order of the columns, null where a cell has none.</summary>
    /// <exception cref="ArgumentException">The tablet has another number of columns.</exception>
    /// <exception cref="InvalidCastException">A value is of another type than its column.</exception>
    public void Add<T1, T2, T3, T4, T5>(long time, T1 value1, T2 value2, T3 value3, T4 value4, T5 value5)
    {
        int row = Begin(TimeUnit.Server, time, 5);
        TabletColumns.Set(_columns[0], row, value1);
        TabletColumns.Set(_columns[1], row, value2);
        TabletColumns.Set(_columns[2], row, value3);
        TabletColumns.Set(_columns[3], row, value4);
        TabletColumns.Set(_columns[4], row, value5);
    }

    /// <summary>Adds a row at a timestamp in the server's precision; values in the order of the columns, null where a cell has none.</summary>
    /// <exception cref="ArgumentException">The tablet has another number of columns.</exception>
    /// <exception cref="InvalidCastException">A value is of another type than its column.</exception>
    public void Add<T1, T2, T3, T4, T5, T6>(long time, T1 value1, T2 value2, T3 value3, T4 value4, T5 value5, T6 value6)
    {
        int row = Begin(TimeUnit.Server, time, 6);
        TabletColumns.Set(_columns[0], row, value1);
        TabletColumns.Set(_columns[1], row, value2);
        TabletColumns.Set(_columns[2], row, value3);
        TabletColumns.Set(_columns[3], row, value4);
        TabletColumns.Set(_columns[4], row, value5);
        TabletColumns.Set(_columns[5], row, value6);
    }

    /// <summary>Adds a row at a timestamp in the server's precision; values in the order of the columns, null where a cell has none.</summary>
    /// <exception cref="ArgumentException">The tablet has another number of columns.</exception>
    /// <exception cref="InvalidCastException">A value is of another type than its column.</exception>
    public void Add<T1, T2, T3, T4, T5, T6, T7>(long time, T1 value1, T2 value2, T3 value3, T4 value4, T5 value5, T6 value6, T7 value7)
    {
        int row = Begin(TimeUnit.Server, time, 7);
        TabletColumns.Set(_columns[0], row, value1);
        TabletColumns.Set(_columns[1], row, value2);
        TabletColumns.Set(_columns[2], row, value3);
        TabletColumns.Set(_columns[3], row, value4);
        TabletColumns.Set(_columns[4], row, value5);
        TabletColumns.Set(_columns[5], row, value6);
        TabletColumns.Set(_columns[6], row, value7);
    }

    /// <summary>Adds a row at a timestamp in the server's precision; values in the order of the columns, null where a cell has none.</summary>
    /// <exception cref="ArgumentException">The tablet has another number of columns.</exception>
    /// <exception cref="InvalidCastException">A value is of another type than its column.</exception>
    public void Add<T1, T2, T3, T4, T5, T6, T7, T8>(long time, T1 value1, T2 value2, T3 value3, T4 value4, T5 value5, T6 value6, T7 value7, T8 value8)
    {
        int row = Begin(TimeUnit.Server, time, 8);
        TabletColumns.Set(_columns[0], row, value1);
        TabletColumns.Set(_columns[1], row, value2);
        TabletColumns.Set(_columns[2], row, value3);
        TabletColumns.Set(_columns[3], row, value4);
        TabletColumns.Set(_columns[4], row, value5);
        TabletColumns.Set(_columns[5], row, value6);
        TabletColumns.Set(_columns[6], row, value7);
        TabletColumns.Set(_columns[7], row, value8);
    }

    private int Begin(TimeUnit unit, long time, int values) => values == _columns.Length
        ? NextRow(unit, time)
        : throw new ArgumentException($"The tablet has {_columns.Length} columns, {values} values were given.");
}
