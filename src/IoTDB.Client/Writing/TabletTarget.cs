using IoTDB.Wire.Blocks;

namespace IoTDB.Client;

/// <summary>Sends parts of tablets over one session.</summary>
internal sealed class TabletTarget(Session session, WriteReport report) : IPartTarget<TabletPart>
{
    public async ValueTask SendAsync(TabletPart part, TimeSpan limit, CancellationToken cancellationToken)
    {
        using InsertFrame frame = part.Encode(session.Protocol);
        await session.InsertAsync(frame, limit, cancellationToken).ConfigureAwait(false);
    }

    public void Stored(TabletPart part) => report.Stored(part.Rows);

    public void Failed(TabletPart part, IReadOnlyList<string> measurements, IoTDBException error, FailureCertainty certainty) =>
        part.Report(report, measurements, error, certainty);
}
