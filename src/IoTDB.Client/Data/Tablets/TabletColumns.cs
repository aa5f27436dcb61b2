namespace IoTDB.Client;

/// <summary>Makes columns, and puts cells into them without boxing.</summary>
internal static class TabletColumns
{
    public static TabletColumn Create(Tablet tablet, string name, TsDataType type, ColumnCategory category, int capacity) => type switch
    {
        TsDataType.Boolean => new TabletColumn<bool>(tablet, name, type, category, capacity),
        TsDataType.Int32 => new TabletColumn<int>(tablet, name, type, category, capacity),
        TsDataType.Int64 => new TabletColumn<long>(tablet, name, type, category, capacity),
        TsDataType.Float => new TabletColumn<float>(tablet, name, type, category, capacity),
        TsDataType.Double => new TabletColumn<double>(tablet, name, type, category, capacity),
        TsDataType.Text or TsDataType.String => new TabletColumn<string?>(tablet, name, type, category, capacity),
        TsDataType.Blob => new TabletColumn<byte[]?>(tablet, name, type, category, capacity),
        TsDataType.Date => new TabletColumn<DateOnly>(tablet, name, type, category, capacity),
        TsDataType.Timestamp => new TabletColumn<DateTimeOffset>(tablet, name, type, category, capacity),
        _ => throw new ArgumentOutOfRangeException(nameof(type), type, $"Column '{name}' has no data type a tablet can carry."),
    };

    /// <summary>Puts a value, or the absence of one, into a cell. The tests on <typeparamref name="T"/> are decided when compiling.</summary>
    public static void Set<T>(TabletColumn column, int row, T value)
    {
        if (column is TabletColumn<T> exact)
        {
            exact.Set(row, value);
        }
        else if (typeof(T) == typeof(bool?))
        {
            SetNullable(column, row, (bool?)(object?)value);
        }
        else if (typeof(T) == typeof(int?))
        {
            SetNullable(column, row, (int?)(object?)value);
        }
        else if (typeof(T) == typeof(long?))
        {
            SetNullable(column, row, (long?)(object?)value);
        }
        else if (typeof(T) == typeof(float?))
        {
            SetNullable(column, row, (float?)(object?)value);
        }
        else if (typeof(T) == typeof(double?))
        {
            SetNullable(column, row, (double?)(object?)value);
        }
        else if (typeof(T) == typeof(DateOnly?))
        {
            SetNullable(column, row, (DateOnly?)(object?)value);
        }
        else if (typeof(T) == typeof(DateTimeOffset?))
        {
            SetNullable(column, row, (DateTimeOffset?)(object?)value);
        }
        else
        {
            throw NotA<T>(column);
        }
    }

    private static void SetNullable<T>(TabletColumn column, int row, T? value)
        where T : struct
    {
        if (column is not TabletColumn<T> exact)
        {
            throw NotA<T>(column);
        }

        if (value is { } present)
        {
            exact.Set(row, present);
        }
        else
        {
            exact.SetMissing(row);
        }
    }

    private static InvalidCastException NotA<T>(TabletColumn column) => new(
        $"Column '{column.Name}' is {column.DataType.ToString().ToUpperInvariant()} and takes {column.ValueType.Name}, not {(Nullable.GetUnderlyingType(typeof(T)) ?? typeof(T)).Name}.");
}
