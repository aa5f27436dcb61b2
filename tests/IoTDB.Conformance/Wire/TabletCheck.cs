using System.Text.Json;
using IoTDB.Wire.Blocks;
using IoTDB.Wire.Messages;
using IoTDB.Wire.Thrift;

namespace IoTDB.Conformance.Wire;

/// <summary>The rows of an insertTablet or insertTablets request.</summary>
internal static class TabletCheck
{
    public static void Run(RecordedFrame frame, in CallHeader header, InsertTabletRequest request)
    {
        string[] times = [.. frame.Payload("decoded times: ")];
        if (times.Length == 0)
        {
            // Not decoded by the recorder either: compressed, or deliberately broken.
            return;
        }

        string[] columns = [.. frame.Payload("decoded column ")];
        Tablet(request.Values, request.Timestamps, request.Measurements, request.Types, request.Size, times[0], columns);
        RequireInsertFrame(header, request);
    }

    public static void Run(RecordedFrame frame, in CallHeader header, InsertTabletsRequest request)
    {
        string[] times = [.. frame.Payload("decoded times: ")];
        IEnumerable<string> columns = frame.Payload("decoded column ");
        for (int i = 0; i < times.Length; i++)
        {
            int count = request.MeasurementsList[i].Length;
            Tablet(
                request.ValuesList[i], request.TimestampsList[i], request.MeasurementsList[i], request.TypesList[i], request.SizeList[i], times[i], [.. columns.Take(count)]);
            columns = columns.Skip(count);
        }

        RequireInsertFrame(header, request);
    }

    private static void Tablet(
        ReadOnlyMemory<byte> values, ReadOnlyMemory<byte> timestamps, string[] measurements, int[] types, int rows, string times, string[] recorded)
    {
        // The recorder shows all times that are there, also those beyond the rows.
        TabletDecoder.DecodeTimes(timestamps, rows);
        Cells("times", TsDataType.Int64, [.. TabletDecoder.DecodeTimes(timestamps, timestamps.Length / sizeof(long)).Cast<object?>()], times);
        TabletColumn[] columns = TabletDecoder.Decode(values, types, rows);
        for (int i = 0; i < recorded.Length; i++)
        {
            string start = $"{measurements[i]} {columns[i].DataType.ToString().ToUpperInvariant()}";
            int colon = recorded[i].IndexOf(": [", StringComparison.Ordinal);
            if (!recorded[i].StartsWith(start, StringComparison.Ordinal) || colon < 0)
            {
                throw new MismatchException($"column: recorded {recorded[i]}, decoded {start}");
            }

            RequireBitmap(recorded[i][start.Length..colon].Trim(), columns[i]);
            Cells(measurements[i], columns[i].DataType, Boxed(columns[i]), recorded[i][(colon + 2)..]);
        }
    }

    private static void RequireBitmap(string recorded, TabletColumn column)
    {
        if (recorded.StartsWith("bitmap ", StringComparison.Ordinal)
            && recorded["bitmap ".Length..].Split('…')[0] is { } hex
            && !Convert.ToHexStringLower(column.NullBits.Span).StartsWith(hex, StringComparison.Ordinal))
        {
            throw new MismatchException($"bitmap: recorded {recorded}, decoded {Convert.ToHexStringLower(column.NullBits.Span)}");
        }
    }

    private static object?[] Boxed(TabletColumn column)
    {
        IEnumerable<object?> cells = column.DataType switch
        {
            // The recorder takes every byte but 0 for true; the server, and we, only 1 (wire protocol 8.3).
            TsDataType.Boolean => column.Cells.ToArray().Select(cell => (object?)(cell != 0)),
            TsDataType.Int32 or TsDataType.Date => column.ReadInts().Cast<object?>(),
            TsDataType.Int64 or TsDataType.Timestamp => column.ReadLongs().Cast<object?>(),
            TsDataType.Float => column.ReadFloats().Cast<object?>(),
            TsDataType.Double => column.ReadDoubles().Cast<object?>(),
            _ => column.ReadBinaries(),
        };
        return [.. cells.Select((cell, row) => column.IsNull(row) ? null : cell)];
    }

    private static void Cells(string name, TsDataType type, object?[] ours, string recorded)
    {
        List<JsonElement> cells = [.. JsonDocument.Parse(recorded).RootElement.EnumerateArray()];
        int cut = cells.FindIndex(cell => cell.ValueKind == JsonValueKind.String && cell.GetString() == "…");
        if (cut < 0 ? cells.Count != ours.Length : cells.Count - 1 > ours.Length)
        {
            throw new MismatchException($"{name}: {cells.Count} cells recorded, {ours.Length} decoded");
        }

        for (int i = 0; i < cells.Count; i++)
        {
            object? cell = cut >= 0 && i >= cut ? ours[ours.Length - (cells.Count - i)] : ours[i];
            if (i != cut && !CellText.Agrees(type, cell, cells[i]))
            {
                throw new MismatchException($"{name}, cell {i}: recorded {cells[i].GetRawText()}, decoded {cell ?? "null"}");
            }
        }
    }

    // The same rows through the frame that a client really sends must give the same message as the declaration.
    private static void RequireInsertFrame(in CallHeader header, InsertTabletRequest request)
    {
        bool table = request.WriteToTable == true;
        if (header.Method != Methods.InsertTablet || request.IsAligned is null || (table && request.ColumnCategories?.Length != request.Types.Length) || request.Measurements.Length != request.Types.Length
            || request.Timestamps.Length != request.Size * sizeof(long) || request.Types.Any(type => type is < 0 or > 255)
            || request.ColumnCategories?.Any(category => category > 2) == true)
        {
            return;
        }

        TabletShape shape = new(
            request.Measurements,
            [.. request.Types.Select(type => (TsDataType)type)],
            request.IsAligned.Value,
            table ? [.. request.ColumnCategories!.Select(category => (ColumnCategory)category)] : null);
        using InsertFrame insert = InsertFrame.Rent(header.Protocol);
        Fill(insert, request.PrefixPath, shape, request.Size, request.Values, request.Timestamps);
        using FrameBuffer declared = new();
        Calls.WriteCall(
            declared,
            header.Protocol,
            Methods.InsertTablet,
            header.SequenceId,
            request with { IsCompressed = null, EncodingTypes = null, CompressType = null, WriteToTable = table ? true : null, ColumnCategories = table ? request.ColumnCategories : null });
        AnswerCheck.RequireSame(declared.Seal().Span, insert.Seal(header.SequenceId, request.SessionId).Span);
    }

    private static void RequireInsertFrame(in CallHeader header, InsertTabletsRequest request)
    {
        if (header.Method != Methods.InsertTablets || request.IsAligned is null)
        {
            return;
        }

        using InsertFrame insert = InsertFrame.Rent(header.Protocol);
        for (int i = 0; i < request.PrefixPaths.Length; i++)
        {
            TabletShape shape = new(request.MeasurementsList[i], [.. request.TypesList[i].Select(type => (TsDataType)type)], request.IsAligned.Value);
            Fill(insert, request.PrefixPaths[i], shape, request.SizeList[i], request.ValuesList[i], request.TimestampsList[i]);
        }

        using FrameBuffer declared = new();
        Calls.WriteCall(declared, header.Protocol, Methods.InsertTablets, header.SequenceId, request);
        AnswerCheck.RequireSame(declared.Seal().Span, insert.Seal(header.SequenceId, request.SessionId).Span);
    }

    private static void Fill(InsertFrame insert, string device, TabletShape shape, int rows, ReadOnlyMemory<byte> values, ReadOnlyMemory<byte> times)
    {
        insert.BeginTablet(device, shape, rows);
        values.Span.CopyTo(insert.Values(values.Length));
        times.Span.CopyTo(insert.Times);
        insert.EndTablet(values.Length);
    }
}
