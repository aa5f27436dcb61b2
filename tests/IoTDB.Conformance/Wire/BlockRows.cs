using IoTDB.Wire.Blocks;

namespace IoTDB.Conformance.Wire;

/// <summary>Turns a block into rows of boxed cells, for comparison only.</summary>
internal static class BlockRows
{
    /// <summary>Adds the rows of a block.</summary>
    /// <param name="block">The block.</param>
    /// <param name="layout">Place of each column in the block.</param>
    /// <param name="types">Logical type of each column.</param>
    /// <param name="times">Whether the time comes first.</param>
    /// <param name="rows">Where they go.</param>
    public static void Add(ResultBlock block, int[] layout, TsDataType[] types, bool times, List<object?[]> rows)
    {
        List<object?[]> columns = [];
        if (times)
        {
            columns.Add(Column(block, -1, TsDataType.Timestamp));
        }

        for (int i = 0; i < layout.Length; i++)
        {
            columns.Add(Column(block, layout[i], types[i]));
        }

        for (int row = 0; row < block.Rows; row++)
        {
            rows.Add([.. columns.Select(column => column[row])]);
        }
    }

    private static object?[] Column(ResultBlock block, int column, TsDataType type)
    {
        bool[] missing = new bool[block.Rows];
        ColumnDecoder.ReadMissing(block, column, missing);
        return block[column].PhysicalType switch
        {
            TsDataType.Boolean => Cells<bool>(block, column, missing, ColumnDecoder.ReadBooleans),
            TsDataType.Int32 or TsDataType.Date => Cells<int>(block, column, missing, ColumnDecoder.ReadInts),
            TsDataType.Int64 or TsDataType.Timestamp => Cells<long>(block, column, missing, ColumnDecoder.ReadLongs),
            TsDataType.Float => Cells<float>(block, column, missing, ColumnDecoder.ReadFloats),
            TsDataType.Double => Cells<double>(block, column, missing, ColumnDecoder.ReadDoubles),
            _ => Binaries(block, column, missing, type),
        };
    }

    private static object?[] Binaries(ResultBlock block, int column, bool[] missing, TsDataType type)
    {
        Range[] ranges = new Range[block.Rows];
        ColumnDecoder.ReadRanges(block, column, ranges);
        object?[] cells = new object?[block.Rows];
        for (int i = 0; i < cells.Length; i++)
        {
            cells[i] = missing[i] ? null : block.Values(column)[ranges[i]].ToArray();
        }

        RequireSameTexts(block, column, cells, type);
        return cells;
    }

    // Text columns are read twice, as bytes and as text; both must say the same.
    private static void RequireSameTexts(ResultBlock block, int column, object?[] cells, TsDataType type)
    {
        if (type == TsDataType.Blob)
        {
            return;
        }

        string?[] texts = new string?[block.Rows];
        ColumnDecoder.ReadTexts(block, column, texts);
        for (int i = 0; i < texts.Length; i++)
        {
            if (texts[i] != (cells[i] is byte[] bytes ? System.Text.Encoding.UTF8.GetString(bytes) : null))
            {
                throw new MismatchException($"column {column}, row {i}: text and bytes differ");
            }
        }
    }

    private delegate void ReadColumn<T>(ResultBlock block, int column, Span<T> destination);

    private static object?[] Cells<T>(ResultBlock block, int column, bool[] missing, ReadColumn<T> read)
        where T : struct
    {
        T[] values = new T[block.Rows];
        read(block, column, values);
        return [.. values.Select((value, row) => missing[row] ? null : (object?)value)];
    }
}
