using IoTDB.Wire.Blocks;
using IoTDB.Wire.Messages;

namespace IoTDB.Client;

public sealed partial class Session
{
    /// <summary>Stores the rows of a tablet; of a device that is not aligned, or of a table.</summary>
    /// <param name="tablet">The rows; not changed.</param>
    /// <param name="sorted">They are in ascending order of time; else they are sorted on the way.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <exception cref="IoTDBException">The rows went in one request, and it failed.</exception>
    /// <exception cref="IoTDBBatchWriteException">They were too many for one request, and some failed.</exception>
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
    /// <exception cref="IoTDBBatchWriteException">Some rows were not acknowledged.</exception>
    public Task InsertTabletsAsync(IEnumerable<Tablet> tablets, bool sorted = false, CancellationToken cancellationToken = default) =>
        InsertTabletsAsync([.. tablets], aligned: false, sorted, cancellationToken);

    /// <summary>Stores the rows of tablets of aligned devices; as many in one request as fit.</summary>
    /// <inheritdoc cref="InsertTabletsAsync(IEnumerable{Tablet}, bool, CancellationToken)"/>
    public Task InsertAlignedTabletsAsync(IEnumerable<Tablet> tablets, bool sorted = false, CancellationToken cancellationToken = default) =>
        InsertTabletsAsync([.. tablets], aligned: true, sorted, cancellationToken);

    /// <summary>Stores the tablets of a frame; repeated where it is safe, with the frame sealed anew.</summary>
    /// <exception cref="IoTDBException">Not everything was acknowledged.</exception>
    internal ValueTask<Status> InsertAsync(InsertFrame frame, CancellationToken cancellationToken) =>
        RunAsync<InsertCall, Status>(new InsertCall(frame), CallKind.Write, Options.CommandTimeout, cancellationToken);

    private async Task InsertTabletsAsync(Tablet[] tablets, bool aligned, bool sorted, CancellationToken cancellationToken)
    {
        TimeScale scale = await ConnectedScaleAsync(cancellationToken).ConfigureAwait(false);
        TabletRequests requests = TabletRequests.Plan(tablets, scale, sorted, Options.MaxRequestBytes);
        if (requests.Count == 0)
        {
            return;
        }

        WriteReport report = new(requests.Rows);
        using InsertFrame frame = InsertFrame.Rent(Protocol);
        for (int i = 0; i < requests.Count; i++)
        {
            frame.Reset();
            requests.Encode(i, frame, aligned);
            try
            {
                await InsertAsync(frame, cancellationToken).ConfigureAwait(false);
                report.Stored(frame.Rows);
            }
            catch (IoTDBException failure) when (requests.Count > 1)
            {
                requests.Report(i, failure, report);
                if (!WriteReport.ConcernsRowsOnly(failure))
                {
                    requests.ReportRest(i + 1, failure, report); // the next request would fail alike
                    break;
                }
            }
        }

        report.ThrowIfAnyFailed();
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
