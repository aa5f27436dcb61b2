using System.Text;
using IoTDB.Embedded.Engine;
using IoTDB.Wire.Blocks;

namespace IoTDB.Embedded.Listening;

/// <summary>Result tables as blocks of at most 1000 rows.</summary>
internal static class TableBlocks
{
    private const int MaxRows = 1000;

    /// <summary>The header of a table.</summary>
    public static ResultHeader HeaderOf(ResultTable table)
    {
        var names = new string[table.Columns.Count];
        var types = new TsDataType[names.Length];
        var blockColumns = new int[names.Length];
        for (var i = 0; i < names.Length; i++)
        {
            (names[i], types[i]) = table.Columns[i];
            blockColumns[i] = i;
        }

        return new ResultHeader(names, types, table.HasTime, blockColumns);
    }

    /// <summary>The rows of a table.</summary>
    public static IEnumerable<EncodedBlock> Encode(ResultTable table)
    {
        var encoder = new ResultBlockEncoder();
        for (var start = 0; start < table.Rows.Count; start += MaxRows)
        {
            var rows = Math.Min(MaxRows, table.Rows.Count - start);
            var times = new long[rows];
            for (var row = 0; row < rows; row++)
            {
                times[row] = table.Times[start + row];
            }

            encoder.Begin(rows);
            encoder.WriteTimes(times);
            for (var column = 0; column < table.Columns.Count; column++)
            {
                var values = new object?[rows];
                for (var row = 0; row < rows; row++)
                {
                    values[row] = table.Rows[start + row][column];
                }

                WriteColumn(encoder, table.Columns[column].DataType, values);
            }

            yield return new EncodedBlock(encoder.ToArray(), rows);
        }
    }

    private static void WriteColumn(ResultBlockEncoder encoder, TsDataType dataType, object?[] values)
    {
        bool[] missing = Array.ConvertAll(values, value => value is null);
        if (!missing.Contains(false))
        {
            encoder.WriteNothing(dataType);
            return;
        }

        switch (dataType)
        {
            case TsDataType.Int32 or TsDataType.Date:
                encoder.WriteInts(dataType, Array.ConvertAll(values, value => (int)(value ?? 0)), missing);
                break;
            case TsDataType.Int64 or TsDataType.Timestamp:
                encoder.WriteLongs(dataType, Array.ConvertAll(values, value => (long)(value ?? 0L)), missing);
                break;
            case TsDataType.Double:
                encoder.WriteDoubles(Array.ConvertAll(values, value => (double)(value ?? 0.0)), missing);
                break;
            case TsDataType.Text or TsDataType.String:
                encoder.WriteBinaries(dataType, Array.ConvertAll(values, value => value as byte[] ?? (value is string text ? Encoding.UTF8.GetBytes(text) : null)));
                break;
            default:
                throw new InvalidOperationException($"No such column in a result table: {dataType}.");
        }
    }
}
