using System.Buffers;
using System.ComponentModel;
using System.Runtime.InteropServices;
using IoTDB.Client;
using IoTDB.Wire.Blocks;

namespace IoTDB.Orm.Generated;

/// <summary>The open tablet of a frame while generated code fills it: times, cells of fixed width, columns of variable length, in this order.</summary>
/// <remarks>
/// Shape: all columns of fixed width first, <c>rows × width</c> bytes each; then those of variable length; at the end, where a cell is missing,
/// a flag a column and <c>rows / 8 + 1</c> bytes of bits, lowest first. Source: wire protocol 8.2 and 8.3.
/// </remarks>
[EditorBrowsable(EditorBrowsableState.Never)]
public ref struct TabletEncoder
{
    private readonly InsertFrame _frame;
    private readonly int _rows;
    private readonly int _columns;
    private byte[]? _missing;
    private int _length;

    internal TabletEncoder(InsertFrame frame, TimeScale scale, int rows, int columns)
    {
        _frame = frame;
        _rows = rows;
        _columns = columns;
        Scale = scale;
    }

    /// <summary>Turns instants into the server's timestamps.</summary>
    public TimeScale Scale { get; }

    /// <summary>The first of eight bytes a row for the times.</summary>
    public readonly ref byte Times => ref MemoryMarshal.GetReference(_frame.Times);

    /// <summary>Bytes of one column's map of missing cells.</summary>
    public readonly nint MapLength => (_rows / 8) + 1;

    /// <summary>The first byte of the maps of missing cells: one map a column, in the order of the wire, all clear.</summary>
    public ref byte Missing
    {
        get
        {
            EnsureMissing();
            return ref MemoryMarshal.GetArrayDataReference(_missing!);
        }
    }

    /// <summary>Reserves all columns of fixed width and gives their first byte.</summary>
    /// <param name="bytesPerRow">Sum of their widths.</param>
    public ref byte FixedCells(int bytesPerRow)
    {
        _length = checked(_rows * bytesPerRow);
        return ref MemoryMarshal.GetReference(_frame.Values(_length));
    }

    /// <summary>Starts a column of variable length in which every row has a value.</summary>
    /// <param name="column">Its place in the order of the wire.</param>
    public readonly VariableEncoder Begin(int column) => new(_frame, _length, column, []);

    /// <summary>Starts a column of variable length in which rows may have no value.</summary>
    /// <param name="column">Its place in the order of the wire.</param>
    public VariableEncoder BeginNullable(int column)
    {
        EnsureMissing();
        return new VariableEncoder(_frame, _length, column, _missing.AsSpan(column * (int)MapLength, (int)MapLength));
    }

    /// <summary>Ends such a column.</summary>
    /// <param name="column">What was written to.</param>
    public void End(scoped in VariableEncoder column) => _length = column.Length;

    /// <summary>Writes the maps, if a cell is missing, and gives the memory for them back.</summary>
    /// <returns>Length of the values block.</returns>
    internal int Finish()
    {
        if (_missing is null)
        {
            return _length;
        }

        int map = (int)MapLength;
        ReadOnlySpan<byte> maps = _missing.AsSpan(0, _columns * map);
        if (maps.ContainsAnyExcept((byte)0))
        {
            Span<byte> values = _frame.Values(checked(_length + (_columns * (map + 1))));
            for (int column = 0; column < _columns; column++)
            {
                ReadOnlySpan<byte> bits = maps.Slice(column * map, map);
                bool any = bits.ContainsAnyExcept((byte)0);
                values[_length++] = any ? (byte)1 : (byte)0;
                if (any)
                {
                    bits.CopyTo(values[_length..]);
                    _length += map;
                }
            }
        }

        Release();
        return _length;
    }

    internal void Release()
    {
        if (_missing is { } rented)
        {
            _missing = null;
            ArrayPool<byte>.Shared.Return(rented);
        }
    }

    private void EnsureMissing()
    {
        if (_missing is null)
        {
            int length = checked(_columns * (int)MapLength);
            _missing = ArrayPool<byte>.Shared.Rent(length);
            _missing.AsSpan(0, length).Clear();
        }
    }
}
