using System.Globalization;
using System.Text.Json;
using IoTDB.Wire;
using IoTDB.Wire.Blocks;
using IoTDB.Wire.Messages;

namespace IoTDB.Conformance.Wire;

/// <summary>Rows of an answer: decoded block by block and compared with the comments.</summary>
internal static class ResultCheck
{
    public static void Run(RecordedFrame frame, ExecuteStatementResponse response, Conversation conversation)
    {
        if (response.QueryDataSet is not null)
        {
            RequireLegacyIsRefused(response);
            return;
        }

        Same(frame, "decoded columns: ", response.Columns);
        Same(frame, "decoded types: ", response.DataTypeList);
        if (response.QueryResult is { } blocks)
        {
            RequireMapping(frame, response);
            Rows(frame, blocks, conversation.Opened(response));
        }
    }

    public static void Run(RecordedFrame frame, FetchResultsResponse response, Conversation.Query? query)
    {
        if (response.QueryResult is { Length: > 0 } blocks)
        {
            Rows(frame, blocks, query ?? Unseen(frame, blocks[0]));
        }
    }

    // A query that was opened off the record: what its answer would have said is read off the first block and the comments.
    private static Conversation.Query Unseen(RecordedFrame frame, ReadOnlyMemory<byte> first)
    {
        using ResultBlock block = new();
        block.Parse(first);
        string[] types = [.. Enumerable.Range(0, block.ColumnCount).Select(column => block[column].PhysicalType.ToString())];
        string row = frame.Payload("row ").First();
        int space = row.IndexOf(' ', StringComparison.Ordinal);
        bool times = JsonDocument.Parse(row[(space + 1)..]).RootElement.GetArrayLength() > types.Length;
        ExecuteStatementResponse response = new(default, Columns: types, DataTypeList: types, IgnoreTimeStamp: !times);
        return new Conversation.Query(response) { Rows = int.Parse(row[..space], CultureInfo.InvariantCulture) };
    }

    private static void RequireLegacyIsRefused(ExecuteStatementResponse response)
    {
        try
        {
            ResultLayout.RefuseLegacy(response);
        }
        catch (WireFormatException)
        {
            return;
        }

        throw new MismatchException("rows in the legacy layout were not refused");
    }

    private static void Rows(RecordedFrame frame, ReadOnlyMemory<byte>[] blocks, Conversation.Query query)
    {
        ExecuteStatementResponse response = query.Response;
        int[] layout = ResultLayout.Of(response);
        TsDataType[] types = [.. response.DataTypeList!.Select(name => Enum.Parse<TsDataType>(name, ignoreCase: true))];
        List<object?[]> rows = [];
        using ResultBlock block = new();
        string[] descriptions = [.. frame.Payload("decoded block ")];
        for (int i = 0; i < blocks.Length; i++)
        {
            block.Parse(blocks[i]);
            if (descriptions.Length > 0)
            {
                RequireBlock(descriptions[i], $"{i}: {blocks[i].Length} bytes, {Describe(block)}");
            }

            BlockRows.Add(block, layout, types, response.IgnoreTimeStamp != true, rows);
        }

        RequireRows(frame, rows, types, response.IgnoreTimeStamp != true, query.Rows);
        query.Rows += rows.Count;
    }

    private static void RequireRows(RecordedFrame frame, List<object?[]> rows, TsDataType[] types, bool times, int before)
    {
        foreach (string line in frame.Payload("decoded rows: "))
        {
            if (int.Parse(line.Split(' ')[0], CultureInfo.InvariantCulture) != rows.Count)
            {
                throw new MismatchException($"rows: recorded {line}, decoded {rows.Count}");
            }
        }

        TsDataType[] all = times ? [TsDataType.Timestamp, .. types] : types;
        foreach (string line in frame.Payload("row "))
        {
            int space = line.IndexOf(' ', StringComparison.Ordinal);
            int number = int.Parse(line[..space], CultureInfo.InvariantCulture) - before;
            JsonElement[] cells = [.. JsonDocument.Parse(line[(space + 1)..]).RootElement.EnumerateArray()];
            if (number < 0 || number >= rows.Count || cells.Length != all.Length)
            {
                throw new MismatchException($"row {line}: not among {rows.Count} rows of {all.Length} columns");
            }

            for (int i = 0; i < cells.Length; i++)
            {
                if (!CellText.Agrees(all[i], rows[number][i], cells[i]))
                {
                    throw new MismatchException($"row {line[..space]}, cell {i}: recorded {cells[i].GetRawText()}, decoded {rows[number][i] ?? "null"}");
                }
            }
        }
    }

    private static void RequireMapping(RecordedFrame frame, ExecuteStatementResponse response)
    {
        foreach (string line in frame.Payload("column mapping: field 17 "))
        {
            string ours = $"[{string.Join(", ", ResultLayout.Of(response))}]";
            if (ours != line)
            {
                throw new MismatchException($"column mapping: recorded {line}, decoded {ours}");
            }
        }
    }

    private static void RequireBlock(string recorded, string ours)
    {
        if (recorded != ours)
        {
            throw new MismatchException($"block: recorded {recorded}, decoded {ours}");
        }
    }

    private static string Describe(ResultBlock block)
    {
        IEnumerable<int> columns = Enumerable.Range(-1, block.ColumnCount + 1);
        string types = string.Join(", ", columns.Skip(1).Select(column => (int)block[column].PhysicalType));
        string encodings = string.Join(", ", columns.Select(column => $"\"{Name(block[column])}\""));
        return $"{block.Rows} rows, type bytes [{types}], encodings [{encodings}]";
    }

    private static string Name(in BlockColumn column) => column.IsRunLength ? "RLE" : column.Encoding switch
    {
        BlockEncoding.ByteArray => "BYTE_ARRAY",
        BlockEncoding.Int32Array => "INT32_ARRAY",
        BlockEncoding.Int64Array => "INT64_ARRAY",
        _ => "BINARY_ARRAY",
    };

    private static void Same(RecordedFrame frame, string start, string[]? ours)
    {
        foreach (string line in frame.Payload(start))
        {
            string[] recorded = [.. JsonDocument.Parse(line).RootElement.EnumerateArray().Select(element => element.GetString()!)];
            if (ours is null || !recorded.AsSpan().SequenceEqual(ours))
            {
                throw new MismatchException($"{start}recorded {line}, decoded {(ours is null ? "nothing" : string.Join(", ", ours))}");
            }
        }
    }
}
