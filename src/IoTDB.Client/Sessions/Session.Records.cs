using IoTDB.Wire.Messages;
using IoTDB.Wire.Thrift;

namespace IoTDB.Client;

public sealed partial class Session
{
    /// <summary>Stores one record of a device that is not aligned.</summary>
    /// <remarks>A record without values is not sent.</remarks>
    /// <exception cref="IoTDBException">It was not acknowledged.</exception>
    public Task InsertRecordAsync(Record record, CancellationToken cancellationToken = default) => InsertAsync(record, aligned: false, cancellationToken);

    /// <summary>Stores one record of an aligned device.</summary>
    /// <inheritdoc cref="InsertRecordAsync"/>
    public Task InsertAlignedRecordAsync(Record record, CancellationToken cancellationToken = default) => InsertAsync(record, aligned: true, cancellationToken);

    /// <summary>Stores records of devices that are not aligned; in as few requests as their size allows.</summary>
    /// <exception cref="IoTDBException">They went in one request, and it failed.</exception>
    /// <exception cref="IoTDBBatchWriteException">They went in several, and some failed.</exception>
    public Task InsertRecordsAsync(IEnumerable<Record> records, CancellationToken cancellationToken = default) =>
        InsertAsync([.. records], aligned: false, cancellationToken);

    /// <summary>Stores records of aligned devices.</summary>
    /// <inheritdoc cref="InsertRecordsAsync"/>
    public Task InsertAlignedRecordsAsync(IEnumerable<Record> records, CancellationToken cancellationToken = default) =>
        InsertAsync([.. records], aligned: true, cancellationToken);

    /// <summary>Stores records of one device that is not aligned; the device travels once, and times are sorted.</summary>
    /// <exception cref="ArgumentException">They are of several devices.</exception>
    /// <inheritdoc cref="InsertRecordsAsync"/>
    public Task InsertRecordsOfOneDeviceAsync(IEnumerable<Record> records, CancellationToken cancellationToken = default) =>
        InsertOfOneDeviceAsync([.. records], aligned: false, cancellationToken);

    /// <summary>Stores records of one aligned device; the device travels once, and times are sorted.</summary>
    /// <exception cref="ArgumentException">They are of several devices.</exception>
    /// <inheritdoc cref="InsertRecordsAsync"/>
    public Task InsertAlignedRecordsOfOneDeviceAsync(IEnumerable<Record> records, CancellationToken cancellationToken = default) =>
        InsertOfOneDeviceAsync([.. records], aligned: true, cancellationToken);

    private async Task InsertAsync(Record record, bool aligned, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(record);
        if (record.Count == 0)
        {
            return;
        }

        TimeScale scale = await ConnectedScaleAsync(cancellationToken).ConfigureAwait(false);
        EncodedRecord encoded = new(record, scale);
        await WriteAsync(
            Methods.InsertRecord,
            id => new InsertRecordRequest(id, encoded.Device, encoded.Names, encoded.Values, encoded.Timestamp, aligned),
            cancellationToken).ConfigureAwait(false);
    }

    private async Task InsertAsync(Record[] records, bool aligned, CancellationToken cancellationToken)
    {
        TimeScale scale = await ConnectedScaleAsync(cancellationToken).ConfigureAwait(false);
        await InRequestsAsync(
            EncodedRecord.All(records, scale),
            part => WriteAsync(
                Methods.InsertRecords,
                id => new InsertRecordsRequest(
                    id,
                    [.. part.Select(one => one.Device)],
                    [.. part.Select(one => one.Names)],
                    [.. part.Select(one => one.Values)],
                    [.. part.Select(one => one.Timestamp)],
                    aligned),
                cancellationToken)).ConfigureAwait(false);
    }

    private async Task InsertOfOneDeviceAsync(Record[] records, bool aligned, CancellationToken cancellationToken)
    {
        if (records.Length > 0 && records.Any(record => record.Device != records[0].Device))
        {
            throw new ArgumentException("The records are of several devices; use InsertRecordsAsync.", nameof(records));
        }

        TimeScale scale = await ConnectedScaleAsync(cancellationToken).ConfigureAwait(false);
        await InRequestsAsync(
            [.. EncodedRecord.All(records, scale).OrderBy(one => one.Timestamp)],
            part => WriteAsync(
                Methods.InsertRecordsOfOneDevice,
                id => new InsertRecordsOfOneDeviceRequest(
                    id,
                    part[0].Device,
                    [.. part.Select(one => one.Names)],
                    [.. part.Select(one => one.Values)],
                    [.. part.Select(one => one.Timestamp)],
                    aligned),
                cancellationToken)).ConfigureAwait(false);
    }

    private async Task InRequestsAsync(List<EncodedRecord> records, Func<IReadOnlyList<EncodedRecord>, Task> send)
    {
        List<List<EncodedRecord>> parts = EncodedRecord.Split(records, Options.MaxRequestBytes);
        WriteReport report = new(records.Count);
        for (int i = 0; i < parts.Count; i++)
        {
            try
            {
                await send(parts[i]).ConfigureAwait(false);
                report.Stored(parts[i].Count);
            }
            catch (IoTDBException failure) when (parts.Count > 1)
            {
                int last = WriteReport.ConcernsRowsOnly(failure) ? i : parts.Count - 1;
                foreach (EncodedRecord record in parts[i..(last + 1)].SelectMany(part => part))
                {
                    report.Failed(new WriteFailure(record.Index, record.Device, [0], failure, FailureCertainty.Unresolved));
                }

                i = last;
            }
        }

        report.ThrowIfAnyFailed();
    }

    private async Task WriteAsync<TRequest>(string method, Func<long, TRequest> request, CancellationToken cancellationToken)
        where TRequest : IThriftStruct<TRequest> =>
        await RunAsync<CommandCall<TRequest>, Status>(
            new CommandCall<TRequest>(method, request), CallKind.Write, Options.CommandTimeout, cancellationToken).ConfigureAwait(false);
}
