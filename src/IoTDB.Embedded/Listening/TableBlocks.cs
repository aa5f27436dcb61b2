using System.Text;
using IoTDB.Embedded.Engine;
using IoTDB.Wire.Blocks;

namespace IoTDB.Embedded.Listening;

/// <summary>Result tables as blocks of at most 1000 rows.</summary>
internal static class TableBlocks
{
    private const int MaxRows = 1000;

    /// <summary>The header of a table.</summary>
    public static ResultHeader HeaderOf(ResultTable table) => new(
        [.. table.Columns.Select(column => column.Name)],
        [.. table.Columns.Select(column => column.DataType)],
        table.HasTime,
        [.. Enumerable.Range(0, table.Columns.Count)]);

    /// <summary>The rows of a table.</summary>
    public static IEnumerable<EncodedBlock> Encode(ResultTable table)
    {
        var encoder = new ResultBlockEncoder();
        for (var start = 0; start < table.Rows.Count; start += MaxRows)
        {
            var rows = Math.Min(MaxRows, table.Rows.Count - start);
            encoder.Begin(rows);
            encoder.WriteTimes([.. table.Times.Skip(start).Take(rows)]);
            for (var column = 0; column < table.Columns.Count; column++)
            {
                var index = column;
                WriteColumn(encoder, table.Columns[column].DataType, [.. table.Rows.Skip(start).Take(rows).Select(row => row[index])]);
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
