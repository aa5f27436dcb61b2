using System.Numerics;

namespace IoTDB.Orm.Querying;

/// <summary>How cells become the nullable values of lambdas.</summary>
internal static class CellReaders
{
    internal static CellReader<long> Count { get; } = static (cells, item) => cells.IsNull(item) ? 0 : cells.Integer(item);

    internal static CellReader<double?> Double { get; } = static (cells, item) => cells.IsNull(item) ? null : cells.Real(item);

    internal static CellReader<bool?> Boolean { get; } = static (cells, item) => cells.IsNull(item) ? null : cells.Boolean(item);

    internal static CellReader<string?> Text { get; } = static (cells, item) => cells.IsNull(item) ? null : cells.Text(item);

    internal static CellReader<byte[]?> Blob { get; } = static (cells, item) => cells.IsNull(item) ? null : cells.Blob(item);

    internal static CellReader<DateOnly?> Date { get; } = static (cells, item) => cells.IsNull(item) ? null : cells.Date(item);

    internal static CellReader<DateTimeOffset?> Instant { get; } = static (cells, item) => cells.IsNull(item) ? null : cells.Instant(item);

    /// <summary>Numbers of any width; a stored value that the property's type cannot hold is an <see cref="OverflowException"/>.</summary>
    internal static CellReader<T?> Number<T>(TsDataType stored)
        where T : struct, INumber<T> => stored is TsDataType.Float or TsDataType.Double
            ? static (cells, item) => cells.IsNull(item) ? null : T.CreateChecked(cells.Real(item))
            : static (cells, item) => cells.IsNull(item) ? null : T.CreateChecked(cells.Integer(item));

    /// <summary>A converted value type.</summary>
    internal static CellReader<T?> Converted<T, TStore>(Func<TStore, T> fromStore)
        where T : struct
        where TStore : notnull
    {
        Func<ICells, int, TStore> read = Stored<TStore>();
        return (cells, item) => cells.IsNull(item) ? null : fromStore(read(cells, item));
    }

    /// <summary>A converted class.</summary>
    internal static CellReader<T?> ConvertedReference<T, TStore>(Func<TStore, T> fromStore)
        where T : class
        where TStore : notnull
    {
        Func<ICells, int, TStore> read = Stored<TStore>();
        return (cells, item) => cells.IsNull(item) ? null : fromStore(read(cells, item));
    }

    private static Func<ICells, int, TStore> Stored<TStore>()
        where TStore : notnull
    {
        Delegate read = default(TStore) switch
        {
            bool => static (ICells cells, int item) => cells.Boolean(item),
            int => static (ICells cells, int item) => checked((int)cells.Integer(item)),
            long => static (ICells cells, int item) => cells.Integer(item),
            float => static (ICells cells, int item) => (float)cells.Real(item),
            double => static (ICells cells, int item) => cells.Real(item),
            DateOnly => static (ICells cells, int item) => cells.Date(item),
            DateTimeOffset => static (ICells cells, int item) => cells.Instant(item),
            DateTime => static (ICells cells, int item) => cells.Instant(item).UtcDateTime,
            _ when typeof(TStore) == typeof(string) => static (ICells cells, int item) => cells.Text(item),
            _ when typeof(TStore) == typeof(byte[]) => static (ICells cells, int item) => cells.Blob(item),
            _ => throw new NotSupportedException($"{typeof(TStore)} is not a stored type."),
        };
        return (Func<ICells, int, TStore>)read;
    }
}
