using System.Buffers;
using System.Buffers.Binary;
using System.Runtime.InteropServices;
using IoTDB.Wire.Thrift;

namespace IoTDB.Wire.Blocks;

/// <summary>Builds a result block (TsBlock) column by column: the other direction of <see cref="ResultBlock"/>.</summary>
/// <remarks>
/// <see cref="Begin"/>, the time column, each value column, <see cref="ToArray"/>; then again for the next block. Missing values: a bool for
/// every row that is true where the value is missing, or nothing when none is. Source: wire protocol 9.6, 9.7.
/// </remarks>
internal sealed class ResultBlockEncoder
{
    private readonly ArrayBufferWriter<byte> _body = new(1024);
    private readonly List<byte> _types = [];
    private readonly List<byte> _encodings = [];
    private int _rows;

    /// <summary>Starts a block.</summary>
    public void Begin(int rows)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(rows);
        _rows = rows;
        _body.ResetWrittenCount();
        _types.Clear();
        _encodings.Clear();
    }

    /// <summary>The time column.</summary>
    public void WriteTimes(ReadOnlySpan<long> times)
    {
        _encodings.Add((byte)BlockEncoding.Int64Array);
        Longs(times, []);
    }

    /// <summary>The time column of rows that have none: one 0 for all.</summary>
    public void WriteNoTimes()
    {
        _encodings.Add((byte)BlockEncoding.RunLength);
        Put((byte)BlockEncoding.Int64Array);
        _body.Write((ReadOnlySpan<byte>)[0, 0, 0, 0, 0, 0, 0, 0, 0]);
    }

    public void WriteBooleans(ReadOnlySpan<bool> values, ReadOnlySpan<bool> missing = default)
    {
        Column(TsDataType.Boolean, BlockEncoding.ByteArray, values.Length);
        Nulls(missing);
        Bits(values);
    }

    /// <param name="type">INT32 or DATE; both travel as INT32.</param>
    /// <param name="values">A value for every row.</param>
    /// <param name="missing">Which rows have none.</param>
    public void WriteInts(TsDataType type, ReadOnlySpan<int> values, ReadOnlySpan<bool> missing = default)
    {
        Column(type, BlockEncoding.Int32Array, values.Length);
        Ints(values, missing);
    }

    /// <param name="type">INT64 or TIMESTAMP; both travel as INT64.</param>
    /// <param name="values">A value for every row.</param>
    /// <param name="missing">Which rows have none.</param>
    public void WriteLongs(TsDataType type, ReadOnlySpan<long> values, ReadOnlySpan<bool> missing = default)
    {
        Column(type, BlockEncoding.Int64Array, values.Length);
        Longs(values, missing);
    }

    public void WriteFloats(ReadOnlySpan<float> values, ReadOnlySpan<bool> missing = default)
    {
        Column(TsDataType.Float, BlockEncoding.Int32Array, values.Length);
        Ints(MemoryMarshal.Cast<float, int>(values), missing);
    }

    public void WriteDoubles(ReadOnlySpan<double> values, ReadOnlySpan<bool> missing = default)
    {
        Column(TsDataType.Double, BlockEncoding.Int64Array, values.Length);
        Longs(MemoryMarshal.Cast<double, long>(values), missing);
    }

    /// <param name="type">TEXT, STRING or BLOB; all travel as TEXT.</param>
    /// <param name="values">A value for every row; null where there is none.</param>
    public void WriteBinaries(TsDataType type, ReadOnlySpan<byte[]?> values)
    {
        Column(type, BlockEncoding.BinaryArray, values.Length);
        bool[] missing = new bool[values.Length];
        for (int i = 0; i < missing.Length; i++)
        {
            missing[i] = values[i] is null;
        }

        Nulls(missing);
        foreach (byte[]? value in values)
        {
            if (value is not null)
            {
                Binary(value);
            }
        }
    }

    /// <param name="type">TEXT or STRING; both travel as TEXT.</param>
    /// <param name="values">A value for every row; null where there is none.</param>
    public void WriteTexts(TsDataType type, ReadOnlySpan<string?> values)
    {
        byte[]?[] encoded = new byte[]?[values.Length];
        for (int i = 0; i < encoded.Length; i++)
        {
            encoded[i] = values[i] is { } text ? WireText.Lenient.GetBytes(text) : null;
        }

        WriteBinaries(type, encoded);
    }

    /// <summary>A column without a single value, as one missing value for all rows.</summary>
    public void WriteNothing(TsDataType type)
    {
        ArgumentOutOfRangeException.ThrowIfZero(_rows);
        BlockEncoding inner = EncodingOf(type);
        Column(type, BlockEncoding.RunLength, _rows);
        Put((byte)inner);
        Put(1);
        Put(0x80);
        if (inner == BlockEncoding.ByteArray)
        {
            Put(0);
        }
    }

    /// <summary>One text for all rows: the Device column, a literal.</summary>
    public void WriteConstant(TsDataType type, ReadOnlySpan<byte> value)
    {
        Column(type, BlockEncoding.RunLength, _rows);
        Put((byte)BlockEncoding.BinaryArray);
        Put(0);
        Binary(value);
    }

    /// <summary>The block.</summary>
    /// <exception cref="InvalidOperationException">The time column was not written.</exception>
    public byte[] ToArray()
    {
        if (_encodings.Count != _types.Count + 1)
        {
            throw new InvalidOperationException("A block starts with its time column.");
        }

        byte[] block = new byte[sizeof(int) + _types.Count + sizeof(int) + _encodings.Count + _body.WrittenCount];
        Span<byte> rest = block;
        BinaryPrimitives.WriteInt32BigEndian(rest, _types.Count);
        rest = rest[sizeof(int)..];
        CollectionsMarshal.AsSpan(_types).CopyTo(rest);
        rest = rest[_types.Count..];
        BinaryPrimitives.WriteInt32BigEndian(rest, _rows);
        rest = rest[sizeof(int)..];
        CollectionsMarshal.AsSpan(_encodings).CopyTo(rest);
        _body.WrittenSpan.CopyTo(rest[_encodings.Count..]);
        return block;
    }

    private static BlockEncoding EncodingOf(TsDataType type) => Physical(type) switch
    {
        TsDataType.Boolean => BlockEncoding.ByteArray,
        TsDataType.Int32 or TsDataType.Float => BlockEncoding.Int32Array,
        TsDataType.Int64 or TsDataType.Double => BlockEncoding.Int64Array,
        _ => BlockEncoding.BinaryArray,
    };

    // What the server writes: existing clients refuse the logical types here.
    private static TsDataType Physical(TsDataType type) => type switch
    {
        TsDataType.Date => TsDataType.Int32,
        TsDataType.Timestamp => TsDataType.Int64,
        TsDataType.String or TsDataType.Blob => TsDataType.Text,
        _ => type,
    };

    private void Column(TsDataType type, BlockEncoding encoding, int values)
    {
        if (values != _rows)
        {
            throw new ArgumentException($"The block has {_rows} rows, the column {values}.", nameof(values));
        }

        _types.Add((byte)Physical(type));
        _encodings.Add((byte)encoding);
    }

    private void Nulls(ReadOnlySpan<bool> missing)
    {
        if (!missing.Contains(true))
        {
            Put(0);
            return;
        }

        if (missing.Length != _rows)
        {
            throw new ArgumentException($"The block has {_rows} rows, the null flags {missing.Length}.", nameof(missing));
        }

        Put(1);
        Bits(missing);
    }

    private void Bits(ReadOnlySpan<bool> values)
    {
        int length = (values.Length + 7) / 8;
        BitPacking.PackMostSignificantFirst(values, _body.GetSpan(length));
        _body.Advance(length);
    }

    private void Ints(ReadOnlySpan<int> values, ReadOnlySpan<bool> missing)
    {
        Nulls(missing);
        for (int i = 0; i < values.Length; i++)
        {
            if (missing.IsEmpty || !missing[i])
            {
                BinaryPrimitives.WriteInt32BigEndian(_body.GetSpan(sizeof(int)), values[i]);
                _body.Advance(sizeof(int));
            }
        }
    }

    private void Longs(ReadOnlySpan<long> values, ReadOnlySpan<bool> missing)
    {
        if (values.Length != _rows)
        {
            throw new ArgumentException($"The block has {_rows} rows, the column {values.Length}.", nameof(values));
        }

        Nulls(missing);
        for (int i = 0; i < values.Length; i++)
        {
            if (missing.IsEmpty || !missing[i])
            {
                BinaryPrimitives.WriteInt64BigEndian(_body.GetSpan(sizeof(long)), values[i]);
                _body.Advance(sizeof(long));
            }
        }
    }

    private void Binary(ReadOnlySpan<byte> value)
    {
        Span<byte> slot = _body.GetSpan(sizeof(int) + value.Length);
        BinaryPrimitives.WriteInt32BigEndian(slot, value.Length);
        value.CopyTo(slot[sizeof(int)..]);
        _body.Advance(sizeof(int) + value.Length);
    }

    private void Put(byte value)
    {
        _body.GetSpan(1)[0] = value;
        _body.Advance(1);
    }
}
