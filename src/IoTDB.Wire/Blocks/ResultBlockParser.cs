using System.Buffers.Binary;
using System.Diagnostics.CodeAnalysis;
using System.Numerics;

namespace IoTDB.Wire.Blocks;

/// <summary>Walks a result block once and finds its columns. Source: wire protocol 9.6, 9.7; limits: reliability D-06 to D-10.</summary>
internal ref partial struct ResultBlockParser(ReadOnlySpan<byte> block, WireLimits limits)
{
    // Parts of the head, numbered below the time column so that one number names any part.
    private const int EncodingsPart = -2;
    private const int RowCountPart = -3;
    private const int ColumnCountPart = -4;

    private readonly ReadOnlySpan<byte> _block = block;
    private readonly WireLimits _limits = limits;
    private int _at;
    private int _columns;
    private int _rows;
    private int _expandedBytes;

    public int ReadColumnCount()
    {
        _columns = ReadInt32(ColumnCountPart);

        // Each column has a type, an encoding and a null flag.
        if (_columns < 0 || _columns > _limits.MaxBlockColumns || _columns > (_block.Length - _at) / 3)
        {
            Throw("column count", $"0 to {_limits.MaxBlockColumns} columns that fit {_block.Length} bytes, found {_columns}");
        }

        return _columns;
    }

    public int ReadRows()
    {
        _at += _columns;
        _rows = ReadInt32(RowCountPart);
        if (_rows < 0 || _rows > _limits.MaxBlockRows)
        {
            Throw("row count", $"0 to {_limits.MaxBlockRows} rows, found {_rows}");
        }

        Take(_columns + 1, EncodingsPart);
        return _rows;
    }

    /// <summary>Reads the column at the present place; a dictionary column is expanded into <paramref name="expanded"/>.</summary>
    public BlockColumn ReadColumn(int column, ref byte[]? expanded)
    {
        TsDataType type = PhysicalType(column);
        BlockEncoding encoding = Encoding(column);
        return encoding switch
        {
            BlockEncoding.RunLength => ReadRunLength(column, type),
            BlockEncoding.Dictionary => ReadDictionary(column, type, _rows, ref expanded),
            _ => ReadArray(column, type, encoding, _rows),
        };
    }

    public readonly void RequireEnd()
    {
        if (_at != _block.Length)
        {
            Throw("block", $"the end of the block, found {_block.Length - _at} more bytes");
        }
    }

    private BlockColumn ReadRunLength(int column, TsDataType type)
    {
        BlockEncoding inner = (BlockEncoding)Take(1, column)[0];
        if (inner > BlockEncoding.BinaryArray)
        {
            Throw(Name(column), $"an array inside the run-length column, found encoding {(int)inner}");
        }

        return ReadArray(column, type, inner, 1) with { IsRunLength = true };
    }

    private BlockColumn ReadArray(int column, TsDataType type, BlockEncoding encoding, int rows)
    {
        if (encoding != EncodingOf(type))
        {
            Throw(Name(column), $"encoding {EncodingOf(type)} for {type}, found {(int)encoding}");
        }

        int present = rows;
        int nullStart = _at;
        int nullLength = 0;
        if (Take(1, column)[0] != 0)
        {
            nullStart = _at;
            ReadOnlySpan<byte> bits = Take((rows + 7) / 8, column);
            int missing = CountMissing(bits, rows);
            present -= missing;
            nullLength = missing == 0 ? 0 : bits.Length;
        }

        int valueStart = _at;
        switch (encoding)
        {
            case BlockEncoding.ByteArray:
                Take((rows + 7) / 8, column);
                break;
            case BlockEncoding.Int32Array:
                Take((long)present * sizeof(int), column);
                break;
            case BlockEncoding.Int64Array:
                Take((long)present * sizeof(long), column);
                break;
            default:
                TakeBinaries(present, column);
                break;
        }

        return new BlockColumn(type, encoding, false, present, nullStart, nullLength, valueStart, _at - valueStart);
    }

    private void TakeBinaries(int count, int column)
    {
        ReadOnlySpan<byte> block = _block;
        int at = _at;
        for (int i = 0; i < count; i++)
        {
            int length = -1;
            if (block.Length - at < sizeof(int) || (uint)(length = BinaryPrimitives.ReadInt32BigEndian(block[at..])) > (uint)(block.Length - at - sizeof(int)))
            {
                _at = at;
                Throw(Name(column), $"a length within the {block.Length - at} bytes left, found {length}");
            }

            at += sizeof(int) + length;
        }

        _at = at;
    }

    private static int CountMissing(ReadOnlySpan<byte> bits, int rows)
    {
        int missing = 0;
        int whole = rows / 8;
        int i = 0;
        for (; i + sizeof(ulong) <= whole; i += sizeof(ulong))
        {
            missing += BitOperations.PopCount(BinaryPrimitives.ReadUInt64LittleEndian(bits[i..]));
        }

        for (; i < whole; i++)
        {
            missing += BitOperations.PopCount(bits[i]);
        }

        // Bits after the last row mean nothing.
        return rows % 8 == 0 ? missing : missing + BitOperations.PopCount((uint)bits[whole] >> (8 - (rows % 8)));
    }

    private readonly TsDataType PhysicalType(int column)
    {
        if (column < 0)
        {
            return TsDataType.Int64;
        }

        TsDataType type = (TsDataType)_block[sizeof(int) + column];
        if (!Enum.IsDefined(type))
        {
            Throw(Name(column), $"a data type, found {(int)type}");
        }

        return type;
    }

    private readonly BlockEncoding Encoding(int column)
    {
        BlockEncoding encoding = (BlockEncoding)_block[sizeof(int) + _columns + sizeof(int) + 1 + column];
        if (encoding > BlockEncoding.Dictionary)
        {
            Throw(Name(column), $"an encoding from 0 to 5, found {(int)encoding}");
        }

        return encoding;
    }

    private static BlockEncoding EncodingOf(TsDataType type) => type switch
    {
        TsDataType.Boolean => BlockEncoding.ByteArray,
        TsDataType.Int32 or TsDataType.Date or TsDataType.Float => BlockEncoding.Int32Array,
        TsDataType.Int64 or TsDataType.Timestamp or TsDataType.Double => BlockEncoding.Int64Array,
        _ => BlockEncoding.BinaryArray,
    };

    private static string Name(int part) => part switch
    {
        EncodingsPart => "encodings",
        RowCountPart => "row count",
        ColumnCountPart => "column count",
        -1 => "time column",
        _ => $"column {part}",
    };

    private int ReadInt32(int part) => BinaryPrimitives.ReadInt32BigEndian(Take(sizeof(int), part));

    private ReadOnlySpan<byte> Take(long count, int part)
    {
        if (count > _block.Length - _at)
        {
            Throw(Name(part), $"{count} bytes, found {_block.Length - _at}");
        }

        ReadOnlySpan<byte> taken = _block.Slice(_at, (int)count);
        _at += (int)count;
        return taken;
    }

    [DoesNotReturn]
    private readonly void Throw(string field, string expectation) => throw new WireFormatException(_at, $"result block, {field}", expectation);
}
