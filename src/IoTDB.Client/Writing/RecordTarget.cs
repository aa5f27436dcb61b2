using IoTDB.Wire.Blocks;
using IoTDB.Wire.Messages;

namespace IoTDB.Client;

/// <summary>Sends parts of records over one session.</summary>
internal sealed class RecordTarget(Session session, WriteReport report, TimeScale scale, bool aligned) : IFrameTarget<RecordPart>
{
    public bool Fits(RecordPart part) => session.MostRequestBytes is var most && (most == RequestLimit.None || part.Size <= most);

    public async ValueTask SendAsync(RecordPart part, TimeSpan limit, CancellationToken cancellationToken)
    {
        if (Refusal(part) is { } refusal)
        {
            throw refusal;
        }

        if (part.Form is RecordForm.Texts or RecordForm.TextsOfOneDevice)
        {
            await SendTextsAsync(part, limit, cancellationToken).ConfigureAwait(false);
            return;
        }

        using RowsFrame frame = Encode(part);
        await session.InsertAsync(frame, limit, cancellationToken).ConfigureAwait(false);
    }

    public RowsFrame Encode(RecordPart part) => RecordEncoding.Encode(part, scale, aligned, session.Protocol);

    public IoTDBRequestTooLargeException? Refusal(RecordPart part) => part.Rows == 1 ? session.RefusalOf(part.Size) : null;

    public void Stored(RecordPart part)
    {
        report.Stored(part.Rows);
        session.CountWritten(part.Rows);
    }

    public void Failed(RecordPart part, IReadOnlyList<string> measurements, IoTDBException error, FailureCertainty certainty) =>
        part.Report(report, measurements, error, certainty);

    private ValueTask SendTextsAsync(RecordPart part, TimeSpan limit, CancellationToken cancellationToken)
    {
        RecordRow[] rows = part.Records.ToArray();
        string[][] names = [.. rows.Select(row => row.Shape.Columns(aligned).Measurements.ToArray().Where(name => !part.Omitted.Contains(name)).ToArray())];
        string[][] values = [.. rows.Select(row => Values(row, part.Omitted))];
        long[] times = [.. rows.Select(static row => row.Time)];
        if (rows.Length == 1)
        {
            return session.WriteAsync(
                Methods.InsertStringRecord,
                id => new InsertStringRecordRequest(id, rows[0].Device, names[0], values[0], times[0], aligned),
                limit,
                cancellationToken);
        }

        return part.Form == RecordForm.TextsOfOneDevice
            ? session.WriteAsync(
                Methods.InsertStringRecordsOfOneDevice,
                id => new InsertStringRecordsOfOneDeviceRequest(id, rows[0].Device, names, values, times, aligned),
                limit,
                cancellationToken)
            : session.WriteAsync(
                Methods.InsertStringRecords,
                id => new InsertStringRecordsRequest(id, [.. rows.Select(static row => row.Device)], names, values, times, aligned),
                limit,
                cancellationToken);
    }

    private string[] Values(in RecordRow row, IReadOnlyCollection<string> omitted)
    {
        IReadOnlyList<string> values = ((StringRecord)row.Record).Values;
        string[] names = row.Shape.Columns(aligned).Measurements.ToArray();
        return [.. values.Where((_, i) => !omitted.Contains(names[i]))];
    }
}
