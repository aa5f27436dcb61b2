using System.Globalization;

namespace IoTDB.Client;

/// <summary>The records of one write, and which of them travel together: as many as the size of a request allows, and never more.</summary>
/// <remarks>
/// Records keep the caller's order, in which a later value wins. Those of a device that all have the same measurements, and different times, have no order
/// to keep and travel as a tablet where there are some.
/// </remarks>
internal static class RecordBatch
{
    private const int FewestForTablet = 8;

    /// <summary>All records that have values.</summary>
    /// <exception cref="ArgumentException">One is null, has a measurement twice, or an instant without a timestamp in the server's precision.</exception>
    public static RecordRow[] Rows(IReadOnlyList<Record> records, TimeScale scale)
    {
        List<RecordRow> rows = new(records.Count);
        for (int i = 0; i < records.Count; i++)
        {
            Record record = records[i] ?? throw IsNull(i, records.Count);
            if (record.Count > 0)
            {
                rows.Add(new RecordRow(i, record.Device.ToWire(), TimeOf(record, i, scale), Checked(record.Shape, i), record));
            }
        }

        return [.. rows];
    }

    /// <inheritdoc cref="Rows(IReadOnlyList{Record}, TimeScale)"/>
    public static RecordRow[] Rows(IReadOnlyList<StringRecord> records)
    {
        List<RecordRow> rows = new(records.Count);
        for (int i = 0; i < records.Count; i++)
        {
            StringRecord record = records[i] ?? throw IsNull(i, records.Count);
            if (record.Count > 0)
            {
                rows.Add(new RecordRow(i, record.Device.ToWire(), record.Timestamp, Checked(record.Shape, i), record));
            }
        }

        return [.. rows];
    }

    /// <summary>The requests of a write.</summary>
    /// <param name="rows">The records.</param>
    /// <param name="form">How those travel that cannot as tablets.</param>
    /// <param name="maxBytes">Bytes a request may have.</param>
    /// <param name="most">Bytes that requests of several records should have at most: the server may take no more.</param>
    /// <exception cref="IoTDBRequestTooLargeException">A single record is larger than a request may be.</exception>
    public static List<RecordPart> Plan(RecordRow[] rows, RecordForm form, int maxBytes, int most = RequestLimit.None)
    {
        List<RecordPart> parts = [];
        if (form is RecordForm.Records or RecordForm.OfOneDevice)
        {
            RecordRow[] others = TakeTablets(rows, out RecordRow[] tablets);
            Cut(tablets, RecordForm.Tablets, maxBytes, most, parts);
            Cut(others, form, maxBytes, most, parts);
        }
        else
        {
            Cut(rows, form, maxBytes, most, parts);
        }

        return parts;
    }

    /// <summary>Records device by device, in the order these came first; those of one device keep their order.</summary>
    public static Dictionary<string, List<RecordRow>> ByDevice(ReadOnlySpan<RecordRow> rows)
    {
        Dictionary<string, List<RecordRow>> devices = new(StringComparer.Ordinal);
        string? device = null;
        List<RecordRow> open = [];
        foreach (RecordRow row in rows)
        {
            if (!ReferenceEquals(row.Device, device))
            {
                device = row.Device;
                if (!devices.TryGetValue(device, out List<RecordRow>? known))
                {
                    devices.Add(device, known = []);
                }

                open = known;
            }

            open.Add(row);
        }

        return devices;
    }

    /// <summary>Whether the parts have to be sent one after the other: texts, and records of one device and time in several.</summary>
    public static bool NeedOrder(IReadOnlyList<RecordPart> parts)
    {
        HashSet<(string Device, long Time)> seen = [];
        foreach (RecordPart part in parts)
        {
            if (part.Form is RecordForm.Texts or RecordForm.TextsOfOneDevice)
            {
                return true;
            }

            foreach (RecordRow row in part.Records)
            {
                if (part.Form != RecordForm.Tablets && !seen.Add((row.Device, row.Time)))
                {
                    return true;
                }
            }
        }

        return false;
    }

    private static RecordRow[] TakeTablets(RecordRow[] rows, out RecordRow[] tablets)
    {
        tablets = [];
        if (rows.Length < FewestForTablet)
        {
            return rows;
        }

        List<RecordRow> together = new(rows.Length);
        List<RecordRow> apart = [];
        foreach (List<RecordRow> device in ByDevice(rows).Values)
        {
            if (device.Count >= FewestForTablet && device.TrueForAll(row => row.Shape == device[0].Shape) && HasDifferentTimes(device))
            {
                together.AddRange(device);
            }
            else
            {
                apart.AddRange(device);
            }
        }

        tablets = [.. together];
        apart.Sort(static (left, right) => left.Index.CompareTo(right.Index));
        return [.. apart];
    }

    // Sorts them on the way: their order does not count if it does not repeat a time.
    private static bool HasDifferentTimes(List<RecordRow> rows)
    {
        bool isAscending = true;
        for (int i = 1; i < rows.Count && isAscending; i++)
        {
            isAscending = rows[i].Time > rows[i - 1].Time;
        }

        if (isAscending)
        {
            return true;
        }

        List<RecordRow> sorted = [.. rows.OrderBy(static row => row.Time)];
        for (int i = 1; i < sorted.Count; i++)
        {
            if (sorted[i].Time == sorted[i - 1].Time)
            {
                return false;
            }
        }

        rows.Clear();
        rows.AddRange(sorted);
        return true;
    }

    private static void Cut(RecordRow[] rows, RecordForm form, int maxBytes, int most, List<RecordPart> parts)
    {
        int start = 0;
        long used = 0;
        for (int i = 0; i < rows.Length; i++)
        {
            int size = rows[i].Size;
            if (size > maxBytes)
            {
                throw new IoTDBRequestTooLargeException(string.Create(
                    CultureInfo.InvariantCulture,
                    $"Record {rows[i].Index}, of '{rows[i].Device}', takes {size} bytes, more than a request may have ({maxBytes}, MaxRequestBytes); nothing was sent."));
            }

            if (used > 0 && used + size > Math.Min(maxBytes, most))
            {
                parts.Add(new RecordPart(rows[start..i], form));
                (start, used) = (i, 0);
            }

            used += size;
        }

        if (start < rows.Length)
        {
            parts.Add(new RecordPart(start == 0 ? rows : rows[start..], form));
        }
    }

    private static long TimeOf(Record record, int index, TimeScale scale)
    {
        string? measurement = null;
        try
        {
            if (record.Shape.HasInstants && scale.Precision == TimePrecision.Nanoseconds)
            {
                RecordEncoding.RequireInstants(record, scale, out measurement);
            }

            return record.TimestampOn(scale);
        }
        catch (ArgumentOutOfRangeException problem)
        {
            string place = string.Create(CultureInfo.InvariantCulture, $"Record {index}, a {record}{(measurement is null ? " (its time)" : "")}");
            throw Unsendable.At(place, measurement, measurement is null ? null : TsDataType.Timestamp, problem);
        }
    }

    private static RecordShape Checked(RecordShape shape, int index)
    {
        try
        {
            shape.Columns(aligned: false);
            return shape;
        }
        catch (ArgumentException problem)
        {
            throw new ArgumentException($"Record {index}: {problem.Message}", problem);
        }
    }

    private static ArgumentException IsNull(int index, int count) =>
        new(string.Create(CultureInfo.InvariantCulture, $"Record {index} of {count} is null."));
}
