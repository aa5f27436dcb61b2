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
    private Range[] _ranges = [];

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
        return _block!.Values(blockColumn)[_ranges[row]];
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
        PhysicalType = source.PhysicalType;
        HasNulls = source.HasNulls || (source.IsRunLength && source.PresentCount == 0);
        if (HasNulls)
        {
            ColumnDecoder.ReadMissing(block, blockColumn, Room(ref _nulls, block.Rows));
        }

        switch (PhysicalType)
        {
            case TsDataType.Boolean:
                ColumnDecoder.ReadBooleans(block, blockColumn, Room(ref _booleans, block.Rows));
                break;
            case TsDataType.Int32 or TsDataType.Float:
                ColumnDecoder.ReadInts(block, blockColumn, Room(ref _ints, block.Rows));
                break;
            case TsDataType.Int64 or TsDataType.Double:
                ColumnDecoder.ReadLongs(block, blockColumn, Room(ref _longs, block.Rows));
                break;
            default:
                ColumnDecoder.ReadRanges(block, blockColumn, Room(ref _ranges, block.Rows));
                break;
        }

        _decoded = true;
    }

    private static Span<T> Room<T>(ref T[] array, int length)
    {
        if (array.Length < length)
        {
            array = new T[Math.Max(length, array.Length * 2)];
        }

        return array.AsSpan(0, length);
    }
}
