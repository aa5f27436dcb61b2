using System.Globalization;
using System.Text;
using IoTDB.Wire.Blocks;

namespace IoTDB.Client;

/// <summary>Which rows of which tablets travel together: as many as the size of a request allows, and never more.</summary>
/// <remarks>Tablets of the tree share requests, those of tables do not (the protocol has no call for it).</remarks>
internal sealed class TabletRequests
{
    private const int Overhead = 256;
    private readonly Tablet[] _tablets;
    private readonly TabletRowEncoder[] _encoders;
    private readonly List<List<TabletPiece>> _requests = [];

    private TabletRequests(Tablet[] tablets, TabletRowEncoder[] encoders)
    {
        _tablets = tablets;
        _encoders = encoders;
    }

    public int Count => _requests.Count;

    public long Rows { get; private set; }

    /// <exception cref="IoTDBRequestTooLargeException">A single row does not fit.</exception>
    public static TabletRequests Plan(Tablet[] tablets, TimeScale scale, bool sorted, int maxBytes)
    {
        TabletRequests plan = new(tablets, [.. tablets.Select(tablet => new TabletRowEncoder(tablet, scale, sorted))]);
        long used = 0;
        for (int i = 0; i < tablets.Length; i++)
        {
            plan.Rows += plan._encoders[i].Rows;
            int head = HeadOf(tablets[i]);
            foreach (TabletPiece piece in plan.Split(i, 0, plan._encoders[i].Rows, maxBytes - head))
            {
                long size = head + plan._encoders[i].SizeOf(piece.From, piece.To);
                bool joins = plan._requests.Count > 0 && !tablets[i].IsTable && !tablets[plan._requests[^1][0].Tablet].IsTable && used + size <= maxBytes;
                if (!joins)
                {
                    plan._requests.Add([]);
                    used = 0;
                }

                plan._requests[^1].Add(piece);
                used += size;
            }
        }

        return plan;
    }

    public void Encode(int request, InsertFrame frame, bool aligned)
    {
        foreach (TabletPiece piece in _requests[request])
        {
            _encoders[piece.Tablet].Encode(frame, aligned, piece.From, piece.To);
        }
    }

    /// <summary>Lists the caller's rows of a request that failed.</summary>
    public void Report(int request, IoTDBException failure, WriteReport report)
    {
        foreach (TabletPiece piece in _requests[request])
        {
            TabletRowEncoder encoder = _encoders[piece.Tablet];
            int[] rows = [.. Enumerable.Range(piece.From, piece.To - piece.From).Select(encoder.RowAt).Order()];
            report.Failed(new WriteFailure(piece.Tablet, _tablets[piece.Tablet].Target, rows, failure, FailureCertainty.Unresolved));
        }
    }

    /// <summary>Lists the rows of all requests from one on, which were not sent any more.</summary>
    public void ReportRest(int from, IoTDBException cause, WriteReport report)
    {
        for (int i = from; i < Count; i++)
        {
            Report(i, new IoTDBException("Not sent, because a request before it failed: " + cause.Message, cause) { Outcome = Outcome.NotSent, Transient = cause.IsTransient }, report);
        }
    }

    private static int HeadOf(Tablet tablet)
    {
        int bytes = Overhead + (Encoding.UTF8.GetByteCount(tablet.Target) * 2);
        foreach (TabletColumn column in tablet.Columns)
        {
            bytes += 16 + (Encoding.UTF8.GetByteCount(column.Name) * 2);
        }

        return bytes;
    }

    private IEnumerable<TabletPiece> Split(int tablet, int from, int to, int room)
    {
        if (from == to)
        {
            yield break;
        }

        int size = _encoders[tablet].SizeOf(from, to);
        if (size <= room)
        {
            yield return new TabletPiece(tablet, from, to);
            yield break;
        }

        if (to - from == 1)
        {
            throw new IoTDBRequestTooLargeException(string.Create(
                CultureInfo.InvariantCulture,
                $"One row of '{_tablets[tablet].Target}' takes {size} bytes, more than a request may have ({room}, from MaxRequestBytes); nothing was sent."));
        }

        int middle = from + ((to - from) / 2);
        foreach (TabletPiece piece in Split(tablet, from, middle, room).Concat(Split(tablet, middle, to, room)))
        {
            yield return piece;
        }
    }
}
