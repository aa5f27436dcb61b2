using System.Buffers;
using System.Buffers.Binary;
using IoTDB.Wire.Blocks;
using IoTDB.Wire.Messages;

namespace IoTDB.Embedded.Listening;

/// <summary>Result blocks in the layout of the methods before V2. Source: wire reference 9.10.</summary>
internal static class LegacyDataSet
{
    /// <summary>All rows of blocks; bitmaps say which values are there, first row in the highest bit.</summary>
    public static QueryDataSet Of(IReadOnlyList<EncodedBlock> blocks, int columns)
    {
        var rows = blocks.Sum(block => block.Rows);
        var times = new byte[rows * sizeof(long)];
        var values = new ArrayBufferWriter<byte>[columns];
        var bitmaps = new byte[columns][];
        for (var i = 0; i < columns; i++)
        {
            values[i] = new ArrayBufferWriter<byte>(64);
            bitmaps[i] = new byte[(rows + 7) / 8];
        }

        var first = 0;
        using var block = new ResultBlock();
        foreach (var encoded in blocks)
        {
            block.Parse(encoded.Bytes);
            WriteTimes(block, times.AsSpan(first * sizeof(long)));
            for (var column = 0; column < columns; column++)
            {
                WriteColumn(block, column, first, values[column], bitmaps[column]);
            }

            first += block.Rows;
        }

        return new QueryDataSet(times, [.. values.Select(buffer => buffer.WrittenMemory)], [.. bitmaps.Select(bits => (ReadOnlyMemory<byte>)bits)]);
    }

    private static void WriteTimes(ResultBlock block, Span<byte> output)
    {
        var times = new long[block.Rows];
        ColumnDecoder.ReadLongs(block, -1, times);
        for (var row = 0; row < times.Length; row++)
        {
            BinaryPrimitives.WriteInt64BigEndian(output[(row * sizeof(long))..], times[row]);
        }
    }

    private static void WriteColumn(ResultBlock block, int column, int first, ArrayBufferWriter<byte> output, byte[] bitmap)
    {
        var missing = new bool[block.Rows];
        ColumnDecoder.ReadMissing(block, column, missing);
        for (var row = 0; row < missing.Length; row++)
        {
            if (!missing[row])
            {
                bitmap[(first + row) / 8] |= (byte)(0x80 >> ((first + row) % 8));
            }
        }

        switch (block[column].PhysicalType)
        {
            case TsDataType.Boolean:
                Write<bool>(block, column, missing, output, ColumnDecoder.ReadBooleans, sizeof(byte), static (slot, value) => slot[0] = value ? (byte)1 : (byte)0);
                break;
            case TsDataType.Int32:
                Write<int>(block, column, missing, output, ColumnDecoder.ReadInts, sizeof(int), BinaryPrimitives.WriteInt32BigEndian);
                break;
            case TsDataType.Int64:
                Write<long>(block, column, missing, output, ColumnDecoder.ReadLongs, sizeof(long), BinaryPrimitives.WriteInt64BigEndian);
                break;
            case TsDataType.Float:
                Write<float>(block, column, missing, output, ColumnDecoder.ReadFloats, sizeof(float), BinaryPrimitives.WriteSingleBigEndian);
                break;
            case TsDataType.Double:
                Write<double>(block, column, missing, output, ColumnDecoder.ReadDoubles, sizeof(double), BinaryPrimitives.WriteDoubleBigEndian);
                break;
            default:
                WriteBinaries(block, column, missing, output);
                break;
        }
    }

    private static void Write<T>(
        ResultBlock block, int column, bool[] missing, ArrayBufferWriter<byte> output, ColumnReading<T> read, int size, SlotWriting<T> write)
    {
        var values = new T[block.Rows];
        read(block, column, values);
        for (var row = 0; row < values.Length; row++)
        {
            if (!missing[row])
            {
                write(output.GetSpan(size), values[row]);
                output.Advance(size);
            }
        }
    }

    private static void WriteBinaries(ResultBlock block, int column, bool[] missing, ArrayBufferWriter<byte> output)
    {
        var ranges = new Range[block.Rows];
        ColumnDecoder.ReadRanges(block, column, ranges);
        var source = block.Values(column);
        for (var row = 0; row < ranges.Length; row++)
        {
            if (!missing[row])
            {
                var value = source[ranges[row]];
                BinaryPrimitives.WriteInt32BigEndian(output.GetSpan(sizeof(int)), value.Length);
                output.Advance(sizeof(int));
                output.Write(value);
            }
        }
    }

    private delegate void ColumnReading<T>(ResultBlock block, int column, Span<T> destination);

    private delegate void SlotWriting<in T>(Span<byte> slot, T value);
}
