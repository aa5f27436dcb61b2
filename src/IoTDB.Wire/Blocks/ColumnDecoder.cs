using System.Buffers.Binary;
using System.Numerics;
using System.Text;

namespace IoTDB.Wire.Blocks;

/// <summary>Whole columns of a <see cref="ResultBlock"/> into memory of the caller, run-length columns spread out.</summary>
/// <remarks>
/// The destination takes a value for every row; where one is missing, zero, and <see cref="ReadMissing"/> tells. Column −1 is the time column.
/// </remarks>
internal static class ColumnDecoder
{
    /// <summary>INT64, TIMESTAMP, or the time column; of a DOUBLE its bits.</summary>
    /// <exception cref="InvalidOperationException">The column has another layout.</exception>
    public static void ReadLongs(ResultBlock block, int column, Span<long> destination) => ReadNumbers(block, column, BlockEncoding.Int64Array, destination);

    /// <summary>INT32 or DATE; of a FLOAT its bits.</summary>
    /// <exception cref="InvalidOperationException">The column has another layout.</exception>
    public static void ReadInts(ResultBlock block, int column, Span<int> destination) => ReadNumbers(block, column, BlockEncoding.Int32Array, destination);

    /// <summary>DOUBLE.</summary>
    /// <exception cref="InvalidOperationException">The column has another layout.</exception>
    public static void ReadDoubles(ResultBlock block, int column, Span<double> destination) => ReadNumbers(block, column, BlockEncoding.Int64Array, destination);

    /// <summary>FLOAT.</summary>
    /// <exception cref="InvalidOperationException">The column has another layout.</exception>
    public static void ReadFloats(ResultBlock block, int column, Span<float> destination) => ReadNumbers(block, column, BlockEncoding.Int32Array, destination);

    /// <summary>BOOLEAN; a missing one reads as false.</summary>
    /// <exception cref="InvalidOperationException">The column has another layout.</exception>
    public static void ReadBooleans(ResultBlock block, int column, Span<bool> destination)
    {
        ref readonly BlockColumn found = ref Require(block, column, BlockEncoding.ByteArray, destination.Length);
        ReadOnlySpan<byte> values = block.Values(column);
        ReadOnlySpan<byte> missing = block.NullBits(column);
        if (found.IsRunLength)
        {
            destination.Fill(found.PresentCount != 0 && BitPacking.IsSetMostSignificantFirst(values, 0));
            return;
        }

        for (int row = 0; row < destination.Length; row++)
        {
            destination[row] = BitPacking.IsSetMostSignificantFirst(values, row)
                && (missing.IsEmpty || !BitPacking.IsSetMostSignificantFirst(missing, row));
        }
    }

    /// <summary>TEXT, STRING or BLOB as bytes in place: where each row's value starts and ends within <see cref="ResultBlock.Values"/>.</summary>
    /// <exception cref="InvalidOperationException">The column has another layout.</exception>
    public static void ReadRanges(ResultBlock block, int column, Span<Range> destination)
    {
        ref readonly BlockColumn found = ref Require(block, column, BlockEncoding.BinaryArray, destination.Length);
        ReadOnlySpan<byte> values = block.Values(column);
        ReadOnlySpan<byte> missing = block.NullBits(column);
        if (found.IsRunLength)
        {
            destination.Fill(found.PresentCount == 0 ? default : sizeof(int)..values.Length);
            return;
        }

        int at = 0;
        for (int row = 0; row < destination.Length; row++)
        {
            if (!missing.IsEmpty && BitPacking.IsSetMostSignificantFirst(missing, row))
            {
                destination[row] = default;
                continue;
            }

            int length = BinaryPrimitives.ReadInt32BigEndian(values[at..]);
            at += sizeof(int);
            destination[row] = at..(at + length);
            at += length;
        }
    }

    /// <summary>TEXT or STRING; null where missing. Bytes that are not UTF-8 read as U+FFFD. Equal neighbours share one instance.</summary>
    /// <exception cref="InvalidOperationException">The column has another layout.</exception>
    public static void ReadTexts(ResultBlock block, int column, Span<string?> destination)
    {
        ref readonly BlockColumn found = ref Require(block, column, BlockEncoding.BinaryArray, destination.Length);
        ReadOnlySpan<byte> values = block.Values(column);
        ReadOnlySpan<byte> missing = block.NullBits(column);
        if (found.IsRunLength)
        {
            destination.Fill(found.PresentCount == 0 ? null : Encoding.UTF8.GetString(values[sizeof(int)..]));
            return;
        }

        string? text = null;
        ReadOnlySpan<byte> before = default;
        for (int row = 0; row < destination.Length; row++)
        {
            if (!missing.IsEmpty && BitPacking.IsSetMostSignificantFirst(missing, row))
            {
                destination[row] = null;
                continue;
            }

            int length = BinaryPrimitives.ReadInt32BigEndian(values);
            ReadOnlySpan<byte> value = values.Slice(sizeof(int), length);
            values = values[(sizeof(int) + length)..];
            if (text is null || !value.SequenceEqual(before))
            {
                text = Encoding.UTF8.GetString(value);
                before = value;
            }

            destination[row] = text;
        }
    }

    /// <summary>Which rows have no value in a column.</summary>
    /// <returns>Whether any has none.</returns>
    public static bool ReadMissing(ResultBlock block, int column, Span<bool> destination)
    {
        ref readonly BlockColumn found = ref block[column];
        RequireRows(block, destination.Length);
        if (found.IsRunLength || !found.HasNulls)
        {
            bool all = found.IsRunLength && found.PresentCount == 0;
            destination.Fill(all);
            return all && destination.Length > 0;
        }

        ReadOnlySpan<byte> bits = block.NullBits(column);
        for (int row = 0; row < destination.Length; row++)
        {
            destination[row] = BitPacking.IsSetMostSignificantFirst(bits, row);
        }

        return true;
    }

    private static void ReadNumbers<T>(ResultBlock block, int column, BlockEncoding encoding, Span<T> destination)
        where T : unmanaged, INumber<T>
    {
        ref readonly BlockColumn found = ref Require(block, column, encoding, destination.Length);
        ReadOnlySpan<byte> values = block.Values(column);
        if (found.IsRunLength)
        {
            destination.Fill(found.PresentCount == 0 ? T.Zero : BigEndian.ReadOne<T>(values));
            return;
        }

        int present = found.PresentCount;
        BigEndian.Read(values, destination[..present]);
        if (!found.HasNulls)
        {
            return;
        }

        // Only present values travel: they move to their rows from the end, so that nothing is overwritten too early.
        ReadOnlySpan<byte> bits = block.NullBits(column);
        for (int row = destination.Length - 1; row >= 0; row--)
        {
            destination[row] = BitPacking.IsSetMostSignificantFirst(bits, row) ? T.Zero : destination[--present];
        }
    }

    private static ref readonly BlockColumn Require(ResultBlock block, int column, BlockEncoding encoding, int rows)
    {
        ref readonly BlockColumn found = ref block[column];
        RequireRows(block, rows);
        if (found.Encoding != encoding)
        {
            throw new InvalidOperationException($"Column {column} holds {found.PhysicalType}, which is not read from {encoding}.");
        }

        return ref found;
    }

    private static void RequireRows(ResultBlock block, int rows)
    {
        if (rows != block.Rows)
        {
            throw new ArgumentException($"The block has {block.Rows} rows, the destination {rows}.", nameof(rows));
        }
    }
}
