using IoTDB.Wire.Blocks;

namespace IoTDB.Client;

/// <summary>Sends parts of tablets over one session.</summary>
internal sealed class TabletTarget(Session session, WriteReport report) : IFrameTarget<TabletPart>
{
    public async ValueTask SendAsync(TabletPart part, TimeSpan limit, CancellationToken cancellationToken)
    {
        using RowsFrame frame = Encode(part);
        await session.InsertAsync(frame, limit, cancellationToken).ConfigureAwait(false);
    }

    public RowsFrame Encode(TabletPart part) => part.Encode(session.Protocol);

    public void Stored(TabletPart part) => report.Stored(part.Rows);

    public void Failed(TabletPart part, IReadOnlyList<string> measurements, IoTDBException error, FailureCertainty certainty) =>
        part.Report(report, measurements, error, certainty);
}
