using System.Buffers.Binary;
using IoTDB.Wire.Blocks;
using IoTDB.Wire.Thrift;

namespace IoTDB.Client;

/// <summary>Writes records into frames. Their values are encoded already: they are copied, and instants converted to the server's unit.</summary>
internal static class RecordEncoding
{
    /// <summary>The request of a part; the caller disposes of it.</summary>
    /// <exception cref="ArgumentOutOfRangeException">An instant has no timestamp in the server's precision.</exception>
    public static RowsFrame Encode(RecordPart part, TimeScale scale, bool aligned, ThriftProtocol protocol)
    {
        RowsFrame frame = part.Form == RecordForm.Tablets
            ? InsertFrame.Rent(protocol)
            : RecordsFrame.Rent(protocol, aligned, part.Form == RecordForm.OfOneDevice);
        try
        {
            if (frame is RecordsFrame records)
            {
                Fill(records, part, scale, aligned);
            }
            else if (frame is InsertFrame tablets)
            {
                Fill(tablets, part.Records, scale, aligned);
                return part.Omitted.Count == 0 ? tablets : tablets.ReplaceWithout(part.Omitted);
            }

            return frame;
        }
        catch
        {
            frame.Dispose();
            throw;
        }
    }

    /// <summary>Converts the instants of a record and forgets them.</summary>
    /// <param name="record">The record.</param>
    /// <param name="scale">The server's precision.</param>
    /// <param name="measurement">The one that fails; null when all have a timestamp.</param>
    /// <exception cref="ArgumentOutOfRangeException">An instant has no timestamp in the server's precision.</exception>
    public static void RequireInstants(Record record, TimeScale scale, out string? measurement)
    {
        RecordDecoder cells = new(record.Cells);
        for (int i = 0; cells.TryRead(out int type, out ReadOnlySpan<byte> value); i++)
        {
            measurement = record.Shape.Columns(aligned: false).Measurements[i];
            if (type == (int)TsDataType.Timestamp)
            {
                scale.FromUnixTicks(BinaryPrimitives.ReadInt64BigEndian(value));
            }
        }

        measurement = null;
    }

    private static void Fill(RecordsFrame frame, RecordPart part, TimeScale scale, bool aligned)
    {
        foreach (RecordRow row in part.Records)
        {
            ReadOnlySpan<byte> cells = ((Record)row.Record).Cells;
            TabletShape shape = part.Omitted.Count == 0 ? row.Shape.Columns(aligned) : part.Columns(aligned);
            frame.BeginRecord(row.Device, shape, row.Time);
            Span<byte> values = frame.Values(cells.Length);
            frame.EndRecord(part.Omitted.Count == 0 && !row.Shape.HasInstants ? Copy(cells, values) : Convert(row.Shape, cells, values, part.Omitted, scale));
        }
    }

    private static int Copy(ReadOnlySpan<byte> cells, Span<byte> values)
    {
        cells.CopyTo(values);
        return cells.Length;
    }

    private static int Convert(RecordShape shape, ReadOnlySpan<byte> cells, Span<byte> values, IReadOnlyCollection<string> omitted, TimeScale scale)
    {
        ReadOnlySpan<string> names = shape.Columns(aligned: false).Measurements;
        RecordDecoder decoder = new(cells);
        int written = 0;
        for (int i = 0; i < names.Length; i++)
        {
            int start = decoder.Offset;
            decoder.TryRead(out int type, out ReadOnlySpan<byte> value);
            if (omitted.Contains(names[i]))
            {
                continue;
            }

            cells[start..decoder.Offset].CopyTo(values[written..]);
            if (type == (int)TsDataType.Timestamp)
            {
                BinaryPrimitives.WriteInt64BigEndian(values[(written + 1)..], scale.FromUnixTicks(BinaryPrimitives.ReadInt64BigEndian(value)));
            }

            written += decoder.Offset - start;
        }

        return written;
    }

    private static void Fill(InsertFrame frame, ReadOnlySpan<RecordRow> rows, TimeScale scale, bool aligned)
    {
        while (!rows.IsEmpty)
        {
            string device = rows[0].Device;
            int count = 1;
            while (count < rows.Length && rows[count].Device == device)
            {
                count++;
            }

            Tablet(frame, rows[..count], scale, aligned);
            rows = rows[count..];
        }
    }

    private static void Tablet(InsertFrame frame, ReadOnlySpan<RecordRow> rows, TimeScale scale, bool aligned)
    {
        TabletShape shape = rows[0].Shape.Columns(aligned);
        frame.BeginTablet(rows[0].Device, shape, rows.Length);
        int[] next = Starts(rows, shape.DataTypes, out int length);
        Span<byte> values = frame.Values(length);
        Span<byte> times = frame.Times;
        for (int row = 0; row < rows.Length; row++)
        {
            BinaryPrimitives.WriteInt64BigEndian(times[(row * sizeof(long))..], rows[row].Time);
            RecordDecoder cells = new(((Record)rows[row].Record).Cells);
            for (int column = 0; cells.TryRead(out int type, out ReadOnlySpan<byte> value); column++)
            {
                next[column] = Put(values, next[column], (TsDataType)type, value, scale);
            }
        }

        frame.EndTablet(length);
    }

    private static int Put(Span<byte> values, int at, TsDataType type, ReadOnlySpan<byte> value, TimeScale scale)
    {
        switch (type)
        {
            case TsDataType.Timestamp:
                BinaryPrimitives.WriteInt64BigEndian(values[at..], scale.FromUnixTicks(BinaryPrimitives.ReadInt64BigEndian(value)));
                return at + sizeof(long);
            case TsDataType.Text or TsDataType.String or TsDataType.Blob:
                return TextCell.Write(value, values, at);
            default:
                value.CopyTo(values[at..]);
                return at + value.Length;
        }
    }

    // Where each column begins: the types say it but for texts, whose lengths are counted first.
    private static int[] Starts(ReadOnlySpan<RecordRow> rows, ReadOnlySpan<TsDataType> types, out int length)
    {
        int[] sizes = new int[types.Length];
        bool anyText = false;
        for (int i = 0; i < types.Length; i++)
        {
            sizes[i] = rows.Length * types[i] switch
            {
                TsDataType.Boolean => 1,
                TsDataType.Int32 or TsDataType.Float or TsDataType.Date => sizeof(int),
                TsDataType.Int64 or TsDataType.Double or TsDataType.Timestamp => sizeof(long),
                _ => sizeof(int),
            };
            anyText |= types[i] is TsDataType.Text or TsDataType.String or TsDataType.Blob;
        }

        for (int row = 0; anyText && row < rows.Length; row++)
        {
            RecordDecoder cells = new(((Record)rows[row].Record).Cells);
            for (int column = 0; cells.TryRead(out int type, out ReadOnlySpan<byte> value); column++)
            {
                sizes[column] += (TsDataType)type is TsDataType.Text or TsDataType.String or TsDataType.Blob ? value.Length : 0;
            }
        }

        length = 0;
        for (int i = 0; i < sizes.Length; i++)
        {
            (sizes[i], length) = (length, length + sizes[i]);
        }

        return sizes;
    }
}
