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
    /// <remarks>
    /// Records of one device that all have the same measurements, and different times, are sent as a tablet, which costs client and server less.
    /// A record without values is not sent.
    /// </remarks>
    /// <exception cref="ArgumentException">A record is null, or has a measurement twice; nothing was sent.</exception>
    /// <exception cref="IoTDBBatchWriteException">Some records, or some measurements, were not acknowledged; the exception names them.</exception>
    /// <exception cref="IoTDBException">The only record was refused, or all failed together: no answer, a server that takes no writes.</exception>
    /// <exception cref="IoTDBRequestTooLargeException">A single record is larger than <c>MaxRequestBytes</c>; nothing was sent.</exception>
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
        if (record.Count > 0)
        {
            await InsertAsync([record], RecordForm.Records, aligned, cancellationToken).ConfigureAwait(false);
        }
    }

    private Task InsertAsync(Record[] records, bool aligned, CancellationToken cancellationToken) =>
        InsertAsync(records, RecordForm.Records, aligned, cancellationToken);

    private Task InsertOfOneDeviceAsync(Record[] records, bool aligned, CancellationToken cancellationToken)
    {
        RequireOneDevice(records, static record => record.Device, nameof(InsertRecordsAsync));
        return InsertAsync(records, RecordForm.OfOneDevice, aligned, cancellationToken);
    }

    private async Task InsertAsync(Record[] records, RecordForm form, bool aligned, CancellationToken cancellationToken)
    {
        TimeScale scale = await ConnectedScaleAsync(cancellationToken).ConfigureAwait(false);
        await InsertAsync(RecordBatch.Rows(records, scale), form, aligned, scale, cancellationToken).ConfigureAwait(false);
    }

    private async Task InsertAsync(RecordRow[] rows, RecordForm form, bool aligned, TimeScale scale, CancellationToken cancellationToken)
    {
        if (rows.Length == 0)
        {
            return;
        }

        if (form is RecordForm.OfOneDevice or RecordForm.TextsOfOneDevice)
        {
            rows = [.. rows.OrderBy(static row => row.Time)];
        }

        (List<int> Own, Dictionary<Endpoint, List<int>> Away) lanes = LanesOf(rows.Length, i => rows[i].Device);
        if (lanes.Away.Count > 0)
        {
            RecordBatch.Plan(rows, form, Options.MaxRequestBytes); // what one lane cannot send is found before another sends
        }

        WriteReport report = new(rows.Length);
        await ReportAsync(
            report,
            ToLeadersAsync(
                lanes,
                (session, members) => session.WritePartsAsync(
                    RecordBatch.Plan(members.Count == rows.Length ? rows : [.. members.Select(i => rows[i])], form, session.Options.MaxRequestBytes, session.MostRequestBytes),
                    new RecordTarget(session, report, scale, aligned),
                    cancellationToken),
                cancellationToken)).ConfigureAwait(false);
    }

    // Where a device has a time twice a part has to be settled before the next one is sent.
    private async ValueTask WritePartsAsync(List<RecordPart> parts, RecordTarget target, CancellationToken cancellationToken)
    {
        if (parts.Count == 1 || !RecordBatch.NeedOrder(parts))
        {
            await WriteWavesAsync([parts], target, cancellationToken).ConfigureAwait(false);
            return;
        }

        PartWriter<RecordPart> writer = new(target, Context.Clock, Options.CommandTimeout, Options.ResolvePartialFailures);
        await writer.WriteAllAsync(parts, cancellationToken).ConfigureAwait(false);
    }

    internal async ValueTask WriteAsync<TRequest>(string method, Func<long, TRequest> request, TimeSpan limit, CancellationToken cancellationToken)
        where TRequest : IThriftStruct<TRequest> =>
        await RunAsync<CommandCall<TRequest>, Status>(new CommandCall<TRequest>(method, request), CallKind.Write, limit, cancellationToken).ConfigureAwait(false);

    private static void RequireOneDevice<TRecord>(TRecord[] records, Func<TRecord, DevicePath> deviceOf, string other)
        where TRecord : class
    {
        for (int i = 0; i < records.Length; i++)
        {
            if (records[i] is { } record && records[0] is { } first && deviceOf(record) != deviceOf(first))
            {
                throw new ArgumentException($"Record {i} is of '{deviceOf(record)}', record 0 of '{deviceOf(first)}'; {other} takes records of several devices.", nameof(records));
            }
        }
    }
}
