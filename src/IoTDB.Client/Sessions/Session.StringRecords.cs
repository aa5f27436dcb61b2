using IoTDB.Wire.Messages;

namespace IoTDB.Client;

public sealed partial class Session
{
    /// <summary>Stores one record of texts, of a device that is not aligned.</summary>
    /// <exception cref="IoTDBException">It was not acknowledged; a text that the server cannot parse fails alone (507), the others are stored.</exception>
    public Task InsertStringRecordAsync(StringRecord record, CancellationToken cancellationToken = default) => InsertAsync(record, aligned: false, cancellationToken);

    /// <summary>Stores one record of texts, of an aligned device.</summary>
    /// <inheritdoc cref="InsertStringRecordAsync"/>
    public Task InsertAlignedStringRecordAsync(StringRecord record, CancellationToken cancellationToken = default) => InsertAsync(record, aligned: true, cancellationToken);

    /// <summary>Stores records of texts, of devices that are not aligned.</summary>
    /// <inheritdoc cref="InsertStringRecordAsync"/>
    public Task InsertStringRecordsAsync(IEnumerable<StringRecord> records, CancellationToken cancellationToken = default) =>
        InsertAsync([.. records], aligned: false, cancellationToken);

    /// <summary>Stores records of texts, of aligned devices.</summary>
    /// <inheritdoc cref="InsertStringRecordAsync"/>
    public Task InsertAlignedStringRecordsAsync(IEnumerable<StringRecord> records, CancellationToken cancellationToken = default) =>
        InsertAsync([.. records], aligned: true, cancellationToken);

    /// <summary>Stores records of texts, of one device that is not aligned.</summary>
    /// <exception cref="ArgumentException">They are of several devices.</exception>
    /// <inheritdoc cref="InsertStringRecordAsync"/>
    public Task InsertStringRecordsOfOneDeviceAsync(IEnumerable<StringRecord> records, CancellationToken cancellationToken = default) =>
        InsertOfOneDeviceAsync([.. records], aligned: false, cancellationToken);

    /// <summary>Stores records of texts, of one aligned device.</summary>
    /// <exception cref="ArgumentException">They are of several devices.</exception>
    /// <inheritdoc cref="InsertStringRecordAsync"/>
    public Task InsertAlignedStringRecordsOfOneDeviceAsync(IEnumerable<StringRecord> records, CancellationToken cancellationToken = default) =>
        InsertOfOneDeviceAsync([.. records], aligned: true, cancellationToken);

    private Task InsertAsync(StringRecord record, bool aligned, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(record);
        return record.Count == 0
            ? Task.CompletedTask
            : WriteAsync(
                Methods.InsertStringRecord,
                id => new InsertStringRecordRequest(id, record.Device.ToWire(), record.WireNames, record.Values, record.Timestamp, aligned),
                cancellationToken);
    }

    private Task InsertAsync(StringRecord[] records, bool aligned, CancellationToken cancellationToken)
    {
        StringRecord[] present = [.. records.Where(record => record.Count > 0)];
        return present.Length == 0
            ? Task.CompletedTask
            : WriteAsync(
                Methods.InsertStringRecords,
                id => new InsertStringRecordsRequest(
                    id,
                    [.. present.Select(record => record.Device.ToWire())],
                    [.. present.Select(record => record.WireNames)],
                    [.. present.Select(record => record.Values)],
                    [.. present.Select(record => record.Timestamp)],
                    aligned),
                cancellationToken);
    }

    private Task InsertOfOneDeviceAsync(StringRecord[] records, bool aligned, CancellationToken cancellationToken)
    {
        StringRecord[] present = [.. records.Where(record => record.Count > 0).OrderBy(record => record.Timestamp)];
        if (present.Length == 0)
        {
            return Task.CompletedTask;
        }

        if (present.Any(record => record.Device != present[0].Device))
        {
            throw new ArgumentException("The records are of several devices; use InsertStringRecordsAsync.", nameof(records));
        }

        return WriteAsync(
            Methods.InsertStringRecordsOfOneDevice,
            id => new InsertStringRecordsOfOneDeviceRequest(
                id,
                present[0].Device.ToWire(),
                [.. present.Select(record => record.WireNames)],
                [.. present.Select(record => record.Values)],
                [.. present.Select(record => record.Timestamp)],
                aligned),
            cancellationToken);
    }
}
