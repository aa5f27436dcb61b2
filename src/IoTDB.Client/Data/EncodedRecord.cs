using System.Globalization;

namespace IoTDB.Client;

/// <summary>A record as it travels.</summary>
internal sealed class EncodedRecord
{
    private const int Overhead = 64;

    public EncodedRecord(Record record, TimeScale scale, int index = 0)
    {
        Index = index;
        Device = record.Device.ToWire();
        Names = record.WireNames;
        Values = RecordEncoder.Encode(record, scale);
        Timestamp = record.TimestampOn(scale);
    }

    /// <summary>Its place among the caller's records.</summary>
    public int Index { get; }

    public string Device { get; }

    public string[] Names { get; }

    public ReadOnlyMemory<byte> Values { get; }

    public long Timestamp { get; }

    private int Size => Overhead + (Device.Length * 3) + Values.Length + Names.Sum(name => 4 + (name.Length * 3));

    /// <summary>All records that have values.</summary>
    public static List<EncodedRecord> All(Record[] records, TimeScale scale)
    {
        List<EncodedRecord> encoded = new(records.Length);
        for (int i = 0; i < records.Length; i++)
        {
            if (records[i].Count > 0)
            {
                encoded.Add(new EncodedRecord(records[i], scale, i));
            }
        }

        return encoded;
    }

    /// <summary>Cuts a list into requests of a size.</summary>
    /// <exception cref="IoTDBRequestTooLargeException">A single record does not fit.</exception>
    public static List<List<EncodedRecord>> Split(IReadOnlyList<EncodedRecord> records, int maxBytes)
    {
        List<List<EncodedRecord>> parts = [];
        long used = long.MaxValue / 2;
        foreach (EncodedRecord record in records)
        {
            int size = record.Size;
            if (size > maxBytes)
            {
                throw new IoTDBRequestTooLargeException(string.Create(
                    CultureInfo.InvariantCulture,
                    $"The record of '{record.Device}' takes {size} bytes, more than a request may have ({maxBytes}, MaxRequestBytes); nothing was sent."));
            }

            if (used + size > maxBytes)
            {
                parts.Add([]);
                used = 0;
            }

            parts[^1].Add(record);
            used += size;
        }

        return parts;
    }
}
