using IoTDB.Wire.Blocks;
using IoTDB.Wire.Messages;

namespace IoTDB.Client;

public sealed partial class Session
{
    /// <summary>Stores the rows of a tablet; of a device that is not aligned, or of a table.</summary>
    /// <param name="tablet">The rows; not changed.</param>
    /// <param name="sorted">They are in ascending order of time; else they are sorted on the way.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <exception cref="ArgumentException">The rows are not in the order they were said to be in; nothing was sent.</exception>
    /// <exception cref="IoTDBBatchWriteException">Some rows, or some measurements, were not acknowledged; the exception names them.</exception>
    /// <exception cref="IoTDBException">The only row was refused, or all failed together: no answer, a server that takes no writes.</exception>
    /// <exception cref="IoTDBRequestTooLargeException">A single row is larger than <c>MaxRequestBytes</c>; nothing was sent.</exception>
    public Task InsertTabletAsync(Tablet tablet, bool sorted = false, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(tablet);
        return InsertTabletsAsync([tablet], aligned: false, sorted, cancellationToken);
    }

    /// <summary>Stores the rows of a tablet of an aligned device.</summary>
    /// <inheritdoc cref="InsertTabletAsync(Tablet, bool, CancellationToken)"/>
    public Task InsertAlignedTabletAsync(Tablet tablet, bool sorted = false, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(tablet);
        return InsertTabletsAsync([tablet], aligned: true, sorted, cancellationToken);
    }

    /// <summary>Stores the rows of tablets, of devices that are not aligned; as many in one request as fit.</summary>
    /// <param name="tablets">The tablets.</param>
    /// <param name="sorted">The rows of each are in ascending order of time.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <exception cref="ArgumentException">A tablet is null, or its rows are not in the order they were said to be in; nothing was sent.</exception>
    /// <exception cref="IoTDBBatchWriteException">Some rows, or some measurements, were not acknowledged; the exception names them.</exception>
    public Task InsertTabletsAsync(IEnumerable<Tablet> tablets, bool sorted = false, CancellationToken cancellationToken = default) =>
        InsertTabletsAsync([.. tablets], aligned: false, sorted, cancellationToken);

    /// <summary>Stores the rows of tablets of aligned devices; as many in one request as fit.</summary>
    /// <inheritdoc cref="InsertTabletsAsync(IEnumerable{Tablet}, bool, CancellationToken)"/>
    public Task InsertAlignedTabletsAsync(IEnumerable<Tablet> tablets, bool sorted = false, CancellationToken cancellationToken = default) =>
        InsertTabletsAsync([.. tablets], aligned: true, sorted, cancellationToken);

    /// <summary>Stores the rows of a frame; repeated where it is safe, with the frame sealed anew.</summary>
    /// <exception cref="IoTDBException">Not everything was acknowledged.</exception>
    internal ValueTask<Status> InsertAsync(RowsFrame frame, CancellationToken cancellationToken) => InsertAsync(frame, Options.CommandTimeout, cancellationToken);

    /// <param name="frame">The request.</param>
    /// <param name="limit">Time there is for it.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <param name="subject">What it is about, where the caller knows.</param>
    /// <inheritdoc cref="InsertAsync(RowsFrame, CancellationToken)"/>
    internal ValueTask<Status> InsertAsync(RowsFrame frame, TimeSpan limit, CancellationToken cancellationToken, CallSubject subject = default) =>
        RunAsync<InsertCall, Status>(new InsertCall(frame, subject), CallKind.Write, limit, cancellationToken);

    /// <summary>Counts rows that were acknowledged.</summary>
    internal void CountWritten(int rows, CallSubject subject = default) =>
        Telemetry.Count(Telemetry.RowsWritten, rows, Context.Options.Name, subject.Collection);

    private async Task InsertTabletsAsync(Tablet[] tablets, bool aligned, bool sorted, CancellationToken cancellationToken)
    {
        TabletInput.Check(tablets);
        TimeScale scale = await ConnectedScaleAsync(cancellationToken).ConfigureAwait(false);
        TabletBatch batch = new(tablets, scale, aligned, sorted);
        if (batch.Rows == 0)
        {
            return;
        }

        (List<int> Own, Dictionary<Endpoint, List<int>> Away) lanes = LanesOf(tablets.Length, i => tablets[i].IsTable ? null : tablets[i].Target);
        if (lanes.Away.Count > 0)
        {
            batch.Plan([.. Enumerable.Range(0, tablets.Length)], Options.MaxRequestBytes); // what one lane cannot send is found before another sends
        }

        WriteReport report = new(batch.Rows);
        await ReportAsync(
            report,
            ToLeadersAsync(
                lanes,
                (session, members) => session.WriteWavesAsync(
                    batch.Plan(members, session.Options.MaxRequestBytes, session.MostRequestBytes), new TabletTarget(session, report), cancellationToken),
                cancellationToken)).ConfigureAwait(false);
    }

    // The precision is needed before the first byte is encoded, and a session may have lost its connection.
    private async ValueTask<TimeScale> ConnectedScaleAsync(CancellationToken cancellationToken)
    {
        ThrowIfEnded();
        if (_slot.Item is null)
        {
            await PingAsync(cancellationToken).ConfigureAwait(false);
        }

        return Server.TimeScale;
    }
}
