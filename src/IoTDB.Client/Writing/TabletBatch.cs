using System.Globalization;
using System.Text;
using IoTDB.Wire.Blocks;

namespace IoTDB.Client;

/// <summary>The tablets of one write, and which of their rows travel together: as many as the size of a request allows, and never more.</summary>
/// <remarks>
/// Tablets of the tree share requests, those of tables do not (the protocol has no call for it). Rows that have a time twice travel in several
/// waves: the requests of one are all answered before those of the next are sent.
/// </remarks>
internal sealed class TabletBatch
{
    private const int Overhead = 256;
    private readonly Tablet[] _tablets;
    private readonly TabletRowEncoder[] _encoders;
    private readonly int[] _firstWave;
    private readonly bool _aligned;
    private readonly TimeScale _scale;

    /// <param name="tablets">The tablets; none is null.</param>
    /// <param name="scale">The server's precision.</param>
    /// <param name="aligned">The devices are.</param>
    /// <param name="sorted">The rows of each are said to be in ascending order.</param>
    /// <exception cref="ArgumentException">They are not, or a time or cell has no form on the wire; the message says which.</exception>
    public TabletBatch(Tablet[] tablets, TimeScale scale, bool aligned, bool sorted)
    {
        _tablets = tablets;
        _aligned = aligned;
        _scale = scale;
        _encoders = new TabletRowEncoder[tablets.Length];
        for (int i = 0; i < tablets.Length; i++)
        {
            try
            {
                _encoders[i] = new TabletRowEncoder(tablets[i], scale, sorted);
            }
            catch (ArgumentException) when (Unsendable.Find(tablets[i], ItemOf(i), scale) is { } named)
            {
                throw named;
            }
        }

        _firstWave = FirstWaves(tablets, _encoders);
        Rows = _encoders.Sum(static encoder => (long)encoder.Rows);
    }

    public long Rows { get; }

    public Tablet TabletOf(in TabletPiece piece) => _tablets[piece.Tablet];

    /// <summary>The requests of some of the tablets, wave by wave.</summary>
    /// <param name="members">Places of the tablets, ascending.</param>
    /// <param name="maxBytes">Bytes a request may have.</param>
    /// <param name="most">Bytes that requests of several rows should have at most: the server may take no more.</param>
    /// <exception cref="IoTDBRequestTooLargeException">A single row is larger than a request may be.</exception>
    /// <exception cref="ArgumentException">A text has no form on the wire; the message says which.</exception>
    public List<List<TabletPart>> Plan(IReadOnlyList<int> members, int maxBytes, int most = RequestLimit.None)
    {
        List<List<TabletPart>> waves = [];
        int count = members.Max(i => _firstWave[i] + _encoders[i].Waves.Length);
        try
        {
            for (int wave = 0; wave < count; wave++)
            {
                waves.Add(PlanWave(members, wave, maxBytes, Math.Min(maxBytes, most)));
            }

            return waves;
        }
        catch (ArgumentException) when (FindUnsendable(members) is { } named)
        {
            throw named;
        }
    }

    /// <summary>Bytes of a request, nearly.</summary>
    public long SizeOf(ReadOnlySpan<TabletPiece> pieces)
    {
        long size = 0;
        foreach (TabletPiece piece in pieces)
        {
            size += HeadOf(_tablets[piece.Tablet]) + _encoders[piece.Tablet].SizeOf(piece.From, piece.To);
        }

        return size;
    }

    /// <summary>Encodes a part.</summary>
    public void Encode(InsertFrame frame, ReadOnlySpan<TabletPiece> pieces)
    {
        foreach (TabletPiece piece in pieces)
        {
            _encoders[piece.Tablet].Encode(frame, _aligned, piece.From, piece.To);
        }
    }

    /// <summary>The caller's rows of a piece that have a value in one of some measurements, ascending, and their times; all rows when there are none.</summary>
    public (int[] Rows, long[] Times) RowsOf(in TabletPiece piece, IReadOnlyList<string> measurements)
    {
        TabletRowEncoder encoder = _encoders[piece.Tablet];
        Tablet tablet = _tablets[piece.Tablet];
        int[] rows = new int[piece.To - piece.From];
        long[] times = new long[rows.Length];
        int count = 0;
        for (int place = piece.From; place < piece.To; place++)
        {
            int row = encoder.RowAt(place);
            if (measurements.Count == 0 || measurements.Any(name => tablet.HasValue(name, row)))
            {
                rows[count] = row;
                times[count++] = encoder.TimeAt(place);
            }
        }

        Array.Resize(ref rows, count);
        Array.Resize(ref times, count);
        if (!encoder.IsInOrder)
        {
            Array.Sort(rows, times);
        }

        return (rows, times);
    }

    private int? ItemOf(int tablet) => _tablets.Length == 1 ? null : tablet;

    private ArgumentException? FindUnsendable(IReadOnlyList<int> members) =>
        members.Select(i => Unsendable.Find(_tablets[i], ItemOf(i), _scale)).FirstOrDefault(static named => named is not null);

    // Two tablets of one device may have the same times too; where their times lie apart they may travel together.
    private static int[] FirstWaves(Tablet[] tablets, TabletRowEncoder[] encoders)
    {
        int[] first = new int[tablets.Length];
        Dictionary<string, (long First, long Last, int From, int Next)> seen = new(StringComparer.Ordinal);
        for (int i = 0; i < tablets.Length; i++)
        {
            if (encoders[i].Rows == 0)
            {
                continue;
            }

            (long from, long to) = encoders[i].Range;
            int waves = encoders[i].Waves.Length;
            if (!seen.TryGetValue(tablets[i].Target, out (long First, long Last, int From, int Next) known))
            {
                seen[tablets[i].Target] = (from, to, 0, waves);
                continue;
            }

            bool isApart = from > known.Last || to < known.First;
            first[i] = isApart ? known.From : known.Next;
            seen[tablets[i].Target] = isApart
                ? (Math.Min(from, known.First), Math.Max(to, known.Last), known.From, Math.Max(known.Next, known.From + waves))
                : (from, to, known.Next, known.Next + waves);
        }

        return first;
    }

    private List<TabletPart> PlanWave(IReadOnlyList<int> members, int wave, int maxBytes, int most)
    {
        List<TabletPart> requests = [];
        List<TabletPiece> open = [];
        long used = 0;
        foreach (int i in members)
        {
            int own = wave - _firstWave[i];
            int[] waves = _encoders[i].Waves;
            if (own < 0 || own >= waves.Length)
            {
                continue;
            }

            int head = HeadOf(_tablets[i]);
            foreach (TabletPiece piece in Cut(i, own == 0 ? 0 : waves[own - 1], waves[own], maxBytes - head, most - head))
            {
                long size = head + _encoders[i].SizeOf(piece.From, piece.To);
                bool joins = open.Count > 0 && !_tablets[i].IsTable && !_tablets[open[0].Tablet].IsTable && used + size <= most;
                if (open.Count > 0 && !joins)
                {
                    requests.Add(new TabletPart(this, [.. open]));
                    open.Clear();
                    used = 0;
                }

                open.Add(piece);
                used += size;
            }
        }

        if (open.Count > 0)
        {
            requests.Add(new TabletPart(this, [.. open]));
        }

        return requests;
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

    private IEnumerable<TabletPiece> Cut(int tablet, int from, int to, int room, int aim)
    {
        if (from == to)
        {
            yield break;
        }

        int size = _encoders[tablet].SizeOf(from, to);
        if (size <= aim || (to - from == 1 && size <= room))
        {
            yield return new TabletPiece(tablet, from, to);
            yield break;
        }

        if (to - from == 1)
        {
            int row = _encoders[tablet].RowAt(from);
            throw new IoTDBRequestTooLargeException(string.Create(
                CultureInfo.InvariantCulture,
                $"{Unsendable.PlaceOf(_tablets[tablet], ItemOf(tablet), row)} takes {size} bytes, most of them in measurement {NodeName.Shown(Unsendable.LargestOf(_tablets[tablet], row))}, more than a request may have ({room}, from MaxRequestBytes); nothing was sent."));
        }

        int middle = from + ((to - from) / 2);
        foreach (TabletPiece piece in Cut(tablet, from, middle, room, aim).Concat(Cut(tablet, middle, to, room, aim)))
        {
            yield return piece;
        }
    }
}
