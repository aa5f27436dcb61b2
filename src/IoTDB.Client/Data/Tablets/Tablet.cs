using System.Buffers;
using IoTDB.Wire.Blocks;

namespace IoTDB.Client;

/// <summary>Rows of one device, or of one table, stored column by column in pooled memory.</summary>
/// <remarks>
/// Shape: <see cref="Count"/> times and as many cells in every column; a cell may have no value. Times are given as instants or as timestamps in
/// the server's precision, not as both. Rows need no order: they are sorted by time when sent, unless told that they are. A time that is
/// there twice is one row for the server: the later one's values win. Not thread-safe.
/// </remarks>
public sealed partial class Tablet : IDisposable
{
    private readonly TabletColumn[] _columns;
    private readonly Dictionary<string, int> _ordinals;
    private readonly TabletShape?[] _shapes = new TabletShape?[2];
    private readonly string[] _wireNames;
    private long[] _times;
    private TimeUnit _unit;
    private bool _disposed;

    /// <summary>An empty tablet of a device of the tree.</summary>
    /// <param name="device">The device's path as in SQL, for example <c>root.plant.line1.`pump-7`</c>.</param>
    /// <param name="columns">Names and types of the measurements.</param>
    /// <param name="capacity">Rows to make room for; it grows when needed.</param>
    /// <exception cref="FormatException">The path is none.</exception>
    /// <exception cref="ArgumentException">There is no column, or two of a name, or a name the server could not store.</exception>
    public Tablet(string device, IReadOnlyList<(string Name, TsDataType DataType)> columns, int capacity = 1024)
        : this(DevicePath.Parse(device), columns, capacity)
    {
    }

    /// <inheritdoc cref="Tablet(string, IReadOnlyList{ValueTuple{string, TsDataType}}, int)"/>
    public Tablet(DevicePath device, IReadOnlyList<(string Name, TsDataType DataType)> columns, int capacity = 1024)
        : this(device.ToWire(), isTable: false, [.. columns.Select(column => (column.Name, column.DataType, ColumnCategory.Field))], capacity)
    {
        Device = device;
    }

    private Tablet(string target, bool isTable, (string Name, TsDataType DataType, ColumnCategory Category)[] columns, int capacity)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(capacity);
        if (columns.Length == 0)
        {
            throw new ArgumentException("A tablet needs at least one column.", nameof(columns));
        }

        Target = target;
        IsTable = isTable;
        Capacity = capacity;
        _times = ArrayPool<long>.Shared.Rent(capacity);
        _ordinals = new Dictionary<string, int>(columns.Length, isTable ? StringComparer.OrdinalIgnoreCase : StringComparer.Ordinal);
        _wireNames = new string[columns.Length];
        _columns = new TabletColumn[columns.Length];
        for (int i = 0; i < columns.Length; i++)
        {
            (string name, TsDataType type, ColumnCategory category) = columns[i];
            _wireNames[i] = isTable ? TableName(name) : NodeName.ToWire(name, nameof(columns));
            if (!_ordinals.TryAdd(name, i))
            {
                throw new ArgumentException($"There are two columns named {NodeName.Shown(name)}.", nameof(columns));
            }

            _columns[i] = TabletColumns.Create(this, name, type, category, capacity);
        }
    }

    /// <summary>The device; empty for a table.</summary>
    public DevicePath Device { get; }

    /// <summary>The columns.</summary>
    public IReadOnlyList<TabletColumn> Columns => _columns;

    /// <summary>Number of rows.</summary>
    public int Count { get; private set; }

    /// <summary>Rows there is room for at the moment.</summary>
    public int Capacity { get; private set; }

    internal string Target { get; }

    internal bool IsTable { get; }

    internal TimeUnit Unit => _unit;

    /// <summary>The columns' names as they travel.</summary>
    internal string[] WireNames => _wireNames;

    internal ReadOnlySpan<long> RawTimes => _times.AsSpan(0, Count);

    /// <summary>An empty tablet of a table.</summary>
    /// <param name="table">The table's name.</param>
    /// <param name="columns">Names, types and categories of the columns but the time; tags and attributes are STRING.</param>
    /// <param name="capacity">Rows to make room for; it grows when needed.</param>
    public static Tablet ForTable(
        string table, IReadOnlyList<(string Name, TsDataType DataType, ColumnCategory Category)> columns, int capacity = 1024)
    {
        ArgumentNullException.ThrowIfNull(columns);
        return new Tablet(TableName(table), isTable: true, [.. columns], capacity);
    }

    /// <summary>A column by its place.</summary>
    /// <typeparam name="T">The .NET type of the column's data type; see <see cref="TabletColumn{T}"/>.</typeparam>
    /// <exception cref="InvalidCastException">The column holds another type.</exception>
    public TabletColumn<T> Column<T>(int ordinal) => _columns[ordinal] as TabletColumn<T>
        ?? throw new InvalidCastException(
            $"Column '{_columns[ordinal].Name}' is {_columns[ordinal].DataType.ToString().ToUpperInvariant()}, which is {_columns[ordinal].ValueType.Name}, not {typeof(T).Name}.");

    /// <summary>A column by its name.</summary>
    /// <exception cref="ArgumentException">There is none of that name.</exception>
    /// <inheritdoc cref="Column{T}(int)"/>
    public TabletColumn<T> Column<T>(string name) => Column<T>(
        _ordinals.TryGetValue(name, out int ordinal) ? ordinal : throw new ArgumentException($"There is no column {NodeName.Shown(name)}.", nameof(name)));

    /// <summary>Writes the times of all rows as timestamps in the server's precision.</summary>
    public void SetTimes(ReadOnlySpan<long> times)
    {
        Use(TimeUnit.Server);
        RequireRows(times.Length);
        times.CopyTo(_times);
    }

    /// <summary>Writes the times of all rows as instants; they are converted to the server's precision when sent.</summary>
    public void SetTimes(ReadOnlySpan<DateTimeOffset> times)
    {
        Use(TimeUnit.Ticks);
        RequireRows(times.Length);
        for (int row = 0; row < times.Length; row++)
        {
            _times[row] = times[row].UtcTicks - DateTime.UnixEpoch.Ticks;
        }
    }

    /// <summary>Forgets all rows; the memory stays.</summary>
    public void Clear()
    {
        foreach (TabletColumn column in _columns)
        {
            column.Clear(Count);
        }

        Count = 0;
        _unit = TimeUnit.Unset;
    }

    /// <summary>Gives the memory back; doing so twice is harmless.</summary>
    public void Dispose()
    {
        if (_disposed)
        {
            return;
        }

        _disposed = true;
        Count = 0;
        ArrayPool<long>.Shared.Return(_times);
        _times = [];
        foreach (TabletColumn column in _columns)
        {
            column.Free();
        }
    }

    /// <summary>The columns as they travel; made once.</summary>
    internal TabletShape ShapeFor(bool aligned) => _shapes[aligned ? 1 : 0] ??= new TabletShape(
        _wireNames,
        [.. _columns.Select(column => column.DataType)],
        aligned,
        IsTable ? [.. _columns.Select(column => column.Category)] : null);

    internal void ThrowIfDisposed() => ObjectDisposedException.ThrowIf(_disposed, this);

    /// <summary>The user's name of a column that travels as this.</summary>
    internal string NameOf(string wireName) => _columns[Array.IndexOf(_wireNames, wireName)].Name;

    /// <summary>Whether a row has a value in the column that travels as this.</summary>
    internal bool HasValue(string wireName, int row) => !_columns[Array.IndexOf(_wireNames, wireName)].IsNull(row);

    /// <summary>Gives an empty tablet so many rows, or checks that it has them.</summary>
    internal void RequireRows(int rows)
    {
        ObjectDisposedException.ThrowIf(_disposed, this);
        if (Count == 0)
        {
            EnsureCapacity(rows);
            Count = rows;
        }
        else if (Count != rows)
        {
            throw new ArgumentException($"The tablet has {Count} rows, {rows} values were given; Clear it to start again.");
        }
    }

    private static string TableName(string name)
    {
        NodeName.Check(name, nameof(name));
        return name;
    }

    private int NextRow(TimeUnit unit, long time)
    {
        ObjectDisposedException.ThrowIf(_disposed, this);
        Use(unit);
        EnsureCapacity(Count + 1);
        _times[Count] = time;
        return Count++;
    }

    private void Use(TimeUnit unit)
    {
        if (_unit != unit && _unit != TimeUnit.Unset && Count > 0)
        {
            throw new InvalidOperationException("The tablet's other times were given in another form; give instants or timestamps, not both.");
        }

        _unit = unit;
    }

    private void EnsureCapacity(int rows)
    {
        if (rows <= Capacity)
        {
            return;
        }

        int capacity = Math.Max(rows, Capacity * 2);
        long[] times = ArrayPool<long>.Shared.Rent(capacity);
        _times.AsSpan(0, Count).CopyTo(times);
        ArrayPool<long>.Shared.Return(_times);
        _times = times;
        foreach (TabletColumn column in _columns)
        {
            column.Grow(capacity, Count);
        }

        Capacity = capacity;
    }
}
