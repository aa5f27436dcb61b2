using System.Globalization;

namespace IoTDB.Client;

public sealed partial class ResultSet
{
    private int Row => _row >= 0 && _row < _block.Rows ? _row : throw new InvalidOperationException("There is no current row; call ReadAsync first.");

    /// <summary>The current row's time, offset zero.</summary>
    /// <exception cref="InvalidOperationException">The rows of this query have no time.</exception>
    public DateTimeOffset GetTime() => TimeScale.ToDateTimeOffset(GetTimestamp());

    /// <summary>The current row's time in the server's precision since 1970-01-01T00:00Z.</summary>
    /// <exception cref="InvalidOperationException">The rows of this query have no time.</exception>
    public long GetTimestamp() => _time is null
        ? throw new InvalidOperationException("The rows of this query have no time.")
        : _time.Longs[Row];

    /// <summary>Whether a cell of the current row has no value.</summary>
    public bool IsNull(int ordinal) => Reader(ordinal).IsNull(Row);

    /// <inheritdoc cref="IsNull(int)"/>
    public bool IsNull(string name) => IsNull(GetOrdinal(name));

    /// <summary>A cell of the current row; without boxing for values.</summary>
    /// <typeparam name="T">
    /// bool, int, long, float, double, string, byte[], <see cref="DateOnly"/>, <see cref="DateTimeOffset"/>, <see cref="DateTime"/> (UTC): the
    /// column's own type, or a wider one.
    /// </typeparam>
    /// <exception cref="InvalidCastException">The cell has no value, or the column holds another type.</exception>
    public T Get<T>(int ordinal)
    {
        ColumnReader reader = Reader(ordinal);
        int row = Row;
        return reader.IsNull(row) ? throw NoValue(reader) : CellReader.Read<T>(reader, row, TimeScale);
    }

    /// <inheritdoc cref="Get{T}(int)"/>
    public T Get<T>(string name) => Get<T>(GetOrdinal(name));

    /// <summary>A cell of the current row, or null where it has no value.</summary>
    /// <exception cref="InvalidCastException">The column holds another type.</exception>
    public T? GetNullable<T>(int ordinal)
        where T : struct
    {
        ColumnReader reader = Reader(ordinal);
        int row = Row;
        return reader.IsNull(row) ? null : CellReader.Read<T>(reader, row, TimeScale);
    }

    /// <inheritdoc cref="GetNullable{T}(int)"/>
    public T? GetNullable<T>(string name)
        where T : struct => GetNullable<T>(GetOrdinal(name));

    /// <summary>Text of the current row, or null where it has none.</summary>
    /// <exception cref="InvalidCastException">The column holds no text.</exception>
    public string? GetString(int ordinal)
    {
        ColumnReader reader = Reader(ordinal);
        int row = Row;
        return reader.IsNull(row) ? null : CellReader.Read<string>(reader, row, TimeScale);
    }

    /// <inheritdoc cref="GetString(int)"/>
    public string? GetString(string name) => GetString(GetOrdinal(name));

    /// <summary>The place of the first column of that name, exactly as the server wrote it.</summary>
    /// <exception cref="ArgumentException">There is none; the message lists those there are.</exception>
    public int GetOrdinal(string name)
    {
        if (_ordinals is null)
        {
            _ordinals = new Dictionary<string, int>(Columns.Count, StringComparer.Ordinal);
            foreach (ResultColumn column in Columns)
            {
                _ordinals.TryAdd(column.Name, column.Ordinal);
            }
        }

        return _ordinals.TryGetValue(name, out int ordinal)
            ? ordinal
            : throw new ArgumentException($"There is no column '{name}'; there are: {string.Join(", ", Columns.Select(column => column.Name))}.", nameof(name));
    }

    private ColumnReader Reader(int ordinal)
    {
        ObjectDisposedException.ThrowIf(_disposed != 0, this);
        return (uint)ordinal < (uint)_readers.Length
            ? _readers[ordinal]
            : throw new ArgumentOutOfRangeException(nameof(ordinal), ordinal, string.Create(CultureInfo.InvariantCulture, $"The result set has {_readers.Length} columns."));
    }

    private static InvalidCastException NoValue(ColumnReader reader) =>
        new($"Column '{reader.Column?.Name}' has no value in this row; ask IsNull, or read it with GetNullable or GetString.");
}
