using System.Buffers.Binary;
using System.Diagnostics.CodeAnalysis;

namespace IoTDB.Wire.Blocks;

/// <summary>Reads the values and times of a tablet, as a server does. Source: wire protocol 8.2, 8.3.</summary>
internal static class TabletDecoder
{
    /// <summary>Times of the rows; more bytes than rows need are ignored, as the server does.</summary>
    /// <exception cref="WireFormatException">Fewer bytes than rows need.</exception>
    public static long[] DecodeTimes(ReadOnlyMemory<byte> timestamps, int rows)
    {
        if (rows < 0 || timestamps.Length < (long)rows * sizeof(long))
        {
            throw new WireFormatException(0, "tablet, timestamps", $"{rows} times, found {timestamps.Length} bytes");
        }

        long[] times = new long[rows];
        BigEndian.Read(timestamps.Span[..(rows * sizeof(long))], times);
        return times;
    }

    /// <summary>Finds the columns of a values block; nothing is copied. Bytes after part B are ignored, as the server does.</summary>
    /// <param name="values">Part A and, if a cell is missing, part B.</param>
    /// <param name="types">A data type for every column.</param>
    /// <param name="rows">Number of rows.</param>
    /// <exception cref="WireFormatException">The bytes are too few, or a type is unknown.</exception>
    public static TabletColumn[] Decode(ReadOnlyMemory<byte> values, ReadOnlySpan<int> types, int rows)
    {
        if (rows < 0 || (types.Length > 0 && rows > values.Length))
        {
            Throw(0, "row count", $"rows that fit {values.Length} bytes, found {rows}");
        }

        TabletColumn[] columns = new TabletColumn[types.Length];
        int at = 0;
        for (int i = 0; i < columns.Length; i++)
        {
            TsDataType type = types[i] is >= 0 and <= byte.MaxValue ? (TsDataType)types[i] : (TsDataType)byte.MaxValue;
            long length = CellsLength(values.Span[at..], type, rows, at, i);
            columns[i] = new TabletColumn(type, rows, values.Slice(at, (int)length), default);
            at += (int)length;
        }

        if (at < values.Length)
        {
            ReadBitmaps(values, at, columns, rows);
        }

        return columns;
    }

    private static long CellsLength(ReadOnlySpan<byte> rest, TsDataType type, int rows, int offset, int column)
    {
        long length = 0;
        switch (type)
        {
            case TsDataType.Boolean:
                length = rows;
                break;
            case TsDataType.Int32 or TsDataType.Date or TsDataType.Float:
                length = (long)rows * sizeof(int);
                break;
            case TsDataType.Int64 or TsDataType.Timestamp or TsDataType.Double:
                length = (long)rows * sizeof(long);
                break;
            case TsDataType.Text or TsDataType.String or TsDataType.Blob:
                for (int row = 0; row < rows; row++)
                {
                    ReadOnlySpan<byte> cell = rest[(int)length..];
                    int size = cell.Length < sizeof(int) ? -1 : BinaryPrimitives.ReadInt32BigEndian(cell);
                    if ((uint)size > (uint)(cell.Length - sizeof(int)))
                    {
                        Throw(offset + length, $"column {column}", $"a length within the {cell.Length} bytes left, found {size}");
                    }

                    length += sizeof(int) + size;
                }

                break;
            default:
                Throw(offset, $"column {column}", $"a data type, found {(int)type}");
                break;
        }

        if (length > rest.Length)
        {
            Throw(offset, $"column {column}", $"{length} bytes of {type}, found {rest.Length}");
        }

        return length;
    }

    private static void ReadBitmaps(ReadOnlyMemory<byte> values, int at, TabletColumn[] columns, int rows)
    {
        int bitmap = BitPacking.TabletBitmapLength(rows);
        for (int i = 0; i < columns.Length; i++)
        {
            if (at >= values.Length)
            {
                Throw(at, $"column {i}", "a flag that says whether a bitmap follows");
            }

            if (values.Span[at++] == 0)
            {
                continue;
            }

            if (values.Length - at < bitmap)
            {
                Throw(at, $"column {i}", $"{bitmap} bytes of bitmap, found {values.Length - at}");
            }

            columns[i] = columns[i] with { NullBits = values.Slice(at, bitmap) };
            at += bitmap;
        }
    }

    [DoesNotReturn]
    private static void Throw(long offset, string part, string expectation) => throw new WireFormatException(offset, $"tablet values, {part}", expectation);
}
