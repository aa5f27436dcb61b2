namespace IoTDB.Client;

public sealed partial class Session
{
    /// <summary>Stores one record of texts, of a device that is not aligned.</summary>
    /// <exception cref="IoTDBException">It was not acknowledged; a text that the server cannot parse fails alone (507), the others are stored.</exception>
    public Task InsertStringRecordAsync(StringRecord record, CancellationToken cancellationToken = default) => InsertAsync(record, aligned: false, cancellationToken);

    /// <summary>Stores one record of texts, of an aligned device.</summary>
    /// <inheritdoc cref="InsertStringRecordAsync"/>
    public Task InsertAlignedStringRecordAsync(StringRecord record, CancellationToken cancellationToken = default) => InsertAsync(record, aligned: true, cancellationToken);

    /// <summary>Stores records of texts, of devices that are not aligned; in as few requests as their size allows.</summary>
    /// <exception cref="ArgumentException">A record is null, or has a measurement twice; nothing was sent.</exception>
    /// <exception cref="IoTDBBatchWriteException">Some records, or some measurements, were not acknowledged; the exception names them.</exception>
    /// <exception cref="IoTDBException">The only record was refused, or all failed together: no answer, a server that takes no writes.</exception>
    public Task InsertStringRecordsAsync(IEnumerable<StringRecord> records, CancellationToken cancellationToken = default) =>
        InsertAsync([.. records], aligned: false, cancellationToken);

    /// <summary>Stores records of texts, of aligned devices.</summary>
    /// <inheritdoc cref="InsertStringRecordsAsync"/>
    public Task InsertAlignedStringRecordsAsync(IEnumerable<StringRecord> records, CancellationToken cancellationToken = default) =>
        InsertAsync([.. records], aligned: true, cancellationToken);

    /// <summary>Stores records of texts, of one device that is not aligned.</summary>
    /// <exception cref="ArgumentException">They are of several devices.</exception>
    /// <inheritdoc cref="InsertStringRecordsAsync"/>
    public Task InsertStringRecordsOfOneDeviceAsync(IEnumerable<StringRecord> records, CancellationToken cancellationToken = default) =>
        InsertOfOneDeviceAsync([.. records], aligned: false, cancellationToken);

    /// <summary>Stores records of texts, of one aligned device.</summary>
    /// <exception cref="ArgumentException">They are of several devices.</exception>
    /// <inheritdoc cref="InsertStringRecordsAsync"/>
    public Task InsertAlignedStringRecordsOfOneDeviceAsync(IEnumerable<StringRecord> records, CancellationToken cancellationToken = default) =>
        InsertOfOneDeviceAsync([.. records], aligned: true, cancellationToken);

    private Task InsertAsync(StringRecord record, bool aligned, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(record);
        return InsertAsync([record], aligned, cancellationToken);
    }

    private Task InsertAsync(StringRecord[] records, bool aligned, CancellationToken cancellationToken) =>
        InsertAsync(RecordBatch.Rows(records), RecordForm.Texts, aligned, scale: default, cancellationToken);

    private Task InsertOfOneDeviceAsync(StringRecord[] records, bool aligned, CancellationToken cancellationToken)
    {
        RequireOneDevice(records, static record => record.Device, nameof(InsertStringRecordsAsync));
        return InsertAsync(RecordBatch.Rows(records), RecordForm.TextsOfOneDevice, aligned, scale: default, cancellationToken);
    }
}
