using System.Buffers.Binary;
using System.Runtime.InteropServices;
using System.Text;
using IoTDB.Wire.Blocks;

namespace IoTDB.Client;

/// <summary>The values of one column of one block, a place for every row. Decoded once a block, on first use; memory is reused.</summary>
internal sealed class ColumnReader(ResultColumn? column, int blockColumn)
{
    private readonly string _name = column?.Name ?? "Time";
    private readonly TsDataType _type = column?.DataType ?? TsDataType.Timestamp;
    private ResultBlock? _block;
    private bool _decoded;
    private bool[] _nulls = [];
    private bool[] _booleans = [];
    private int[] _ints = [];
    private long[] _longs = [];

    public ResultColumn? Column => column;

    /// <summary>Place of the column in the server's blocks; −1 is the time column.</summary>
    public int BlockColumn => blockColumn;

    public bool HasNulls { get; private set; }

    public TsDataType PhysicalType { get; private set; }

    /// <summary>Takes the next block; nothing is decoded before it is asked for.</summary>
    public void Attach(ResultBlock block)
    {
        _block = block;
        _decoded = false;
    }

    public bool IsNull(int row)
    {
        Decode();
        return HasNulls && _nulls[row];
    }

    public ReadOnlySpan<bool> Nulls
    {
        get
        {
            Decode();
            return HasNulls ? _nulls.AsSpan(0, _block!.Rows) : default;
        }
    }

    public ReadOnlySpan<bool> Booleans => Decoded(TsDataType.Boolean, "bool") ? _booleans.AsSpan(0, _block!.Rows) : default;

    public ReadOnlySpan<int> Ints => Decoded(TsDataType.Int32, "int") ? _ints.AsSpan(0, _block!.Rows) : default;

    public ReadOnlySpan<long> Longs => Decoded(TsDataType.Int64, "long") ? _longs.AsSpan(0, _block!.Rows) : default;

    public ReadOnlySpan<float> Floats =>
        Decoded(TsDataType.Float, "float") ? MemoryMarshal.Cast<int, float>(_ints.AsSpan(0, _block!.Rows)) : default;

    public ReadOnlySpan<double> Doubles =>
        Decoded(TsDataType.Double, "double") ? MemoryMarshal.Cast<long, double>(_longs.AsSpan(0, _block!.Rows)) : default;

    /// <summary>The bytes of a text or BLOB; empty for a missing one.</summary>
    public ReadOnlySpan<byte> Bytes(int row)
    {
        Decoded(TsDataType.Text, "text");
        long slice = _longs[row];
        return _block!.Values(blockColumn).Slice((int)(slice >> 32), (int)slice);
    }

    public string Text(int row) => Encoding.UTF8.GetString(Bytes(row));

    public InvalidCastException NotA(string wanted) => new(
        $"Column '{ServerText.Escape(_name, 200)}' holds {_type.ToString().ToUpperInvariant()} and cannot be read as {wanted}.");

    private bool Decoded(TsDataType physical, string wanted)
    {
        Decode();
        return PhysicalType == physical ? true : throw NotA(wanted);
    }

    private void Decode()
    {
        if (_decoded)
        {
            return;
        }

        ResultBlock block = _block ?? throw new InvalidOperationException("There is no current row; call ReadAsync first.");
        BlockColumn source = block[blockColumn];
        int rows = block.Rows;
        PhysicalType = source.PhysicalType;
        HasNulls = source.HasNulls || (source.IsRunLength && source.PresentCount == 0);
        DecodeNulls(block, source, rows);
        ReadOnlySpan<byte> values = block.Values(blockColumn);
        switch (PhysicalType)
        {
            case TsDataType.Boolean:
                Ensure(ref _booleans, rows);
                DecodeBooleans(values, source, rows);
                break;
            case TsDataType.Int32 or TsDataType.Float:
                Ensure(ref _ints, rows);
                BigEndian.Read(values, _ints.AsSpan(0, source.PresentCount));
                Spread(_ints, source, rows);
                break;
            case TsDataType.Int64 or TsDataType.Double:
                Ensure(ref _longs, rows);
                BigEndian.Read(values, _longs.AsSpan(0, source.PresentCount));
                Spread(_longs, source, rows);
                break;
            default:
                Ensure(ref _longs, rows);
                Slices(values, source.PresentCount);
                Spread(_longs, source, rows);
                break;
        }

        _decoded = true;
    }

    private void DecodeNulls(ResultBlock block, in BlockColumn source, int rows)
    {
        if (!HasNulls)
        {
            return;
        }

        Ensure(ref _nulls, rows);
        if (source.IsRunLength)
        {
            _nulls.AsSpan(0, rows).Fill(source.PresentCount == 0);
            return;
        }

        ReadOnlySpan<byte> bits = block.NullBits(blockColumn);
        for (int row = 0; row < rows; row++)
        {
            _nulls[row] = (bits[row >> 3] & (0x80 >> (row & 7))) != 0;
        }
    }

    private void DecodeBooleans(ReadOnlySpan<byte> bits, in BlockColumn source, int rows)
    {
        if (source.IsRunLength)
        {
            _booleans.AsSpan(0, rows).Fill(source.PresentCount > 0 && (bits[0] & 0x80) != 0);
            return;
        }

        for (int row = 0; row < rows; row++)
        {
            _booleans[row] = (bits[row >> 3] & (0x80 >> (row & 7))) != 0;
        }
    }

    // Start and length of each value, packed: they travel one behind the other, each after its length.
    private void Slices(ReadOnlySpan<byte> values, int count)
    {
        int offset = 0;
        for (int i = 0; i < count; i++)
        {
            int length = BinaryPrimitives.ReadInt32BigEndian(values[offset..]);
            offset += sizeof(int);
            _longs[i] = ((long)offset << 32) | (uint)length;
            offset += length;
        }
    }

    // Only present values travel: moves them to their rows, from the end so that nothing is overwritten too early.
    private void Spread<T>(T[] values, in BlockColumn source, int rows)
        where T : struct
    {
        if (source.IsRunLength)
        {
            values.AsSpan(0, rows).Fill(source.PresentCount > 0 ? values[0] : default);
            return;
        }

        if (!HasNulls)
        {
            return;
        }

        int present = source.PresentCount;
        for (int row = rows - 1; row >= 0; row--)
        {
            values[row] = _nulls[row] ? default : values[--present];
        }
    }

    private static void Ensure<T>(ref T[] array, int length)
    {
        if (array.Length < length)
        {
            array = new T[Math.Max(length, array.Length * 2)];
        }
    }
}
