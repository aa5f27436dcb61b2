using IoTDB.Wire.Blocks;

namespace IoTDB.Client;

/// <summary>Sends parts of tablets over one session.</summary>
internal sealed class TabletTarget(Session session, WriteReport report) : IFrameTarget<TabletPart>
{
    public bool Fits(TabletPart part) => session.MostRequestBytes is var most && (most == RequestLimit.None || part.Size <= most);

    public async ValueTask SendAsync(TabletPart part, TimeSpan limit, CancellationToken cancellationToken)
    {
        if (Refusal(part) is { } refusal)
        {
            throw refusal;
        }

        using RowsFrame frame = Encode(part);
        await session.InsertAsync(frame, limit, cancellationToken).ConfigureAwait(false);
    }

    public RowsFrame Encode(TabletPart part) => part.Encode(session.Protocol);

    public IoTDBRequestTooLargeException? Refusal(TabletPart part) => part.Rows == 1 ? session.RefusalOf(part.Size) : null;

    public void Stored(TabletPart part)
    {
        report.Stored(part.Rows);
        session.CountWritten(part.Rows);
    }

    public void Failed(TabletPart part, IReadOnlyList<string> measurements, IoTDBException error, FailureCertainty certainty) =>
        part.Report(report, measurements, error, certainty);
}
