using IoTDB.Embedded.Executing.Aggregating;
using IoTDB.Embedded.Executing.Evaluating;
using IoTDB.Embedded.Executing.Windows;

namespace IoTDB.Embedded.Executing.Operators;

/// <summary>A row for every window of time where windows overlap.</summary>
/// <remarks>
/// As the server does it: time is cut wherever a window begins or ends, each piece is aggregated once, and a window merges its pieces. Sums and
/// variances go on from one window to the next: new pieces are added, old ones taken away, which decides their last digits.
/// </remarks>
internal sealed class SlidingWindowOperator(
    RowOperator source, IEnumerable<TimeWindow> windows, AggregateSet aggregates, QueryDeadline deadline) : RowOperator
{
    private readonly Row _row = new(aggregates.Count);
    private readonly IEnumerator<TimeWindow> _windows = windows.GetEnumerator();
    private readonly Queue<TimeWindow> _ahead = new();
    private readonly LinkedList<WindowPiece> _pieces = [];
    private readonly RunningAggregate[] _running = [.. aggregates.Start().Select(static accumulator => new RunningAggregate(accumulator))];
    private long? _covered;
    private bool _hasRow;
    private bool _started;

    public override Row Current => _row;

    public override bool MoveNext()
    {
        if (!_started)
        {
            _started = true;
            _hasRow = source.MoveNext();
        }

        if (_ahead.Count == 0 && !Look())
        {
            return false;
        }

        TimeWindow window = _ahead.Dequeue();
        while (_pieces.First is { } oldest && oldest.Value.To < window.From)
        {
            _pieces.RemoveFirst();
        }

        List<WindowPiece> added = Cover(window);
        Accumulator[] merged = new Accumulator[_running.Length];
        Accumulator[] fresh = aggregates.Start();
        for (int index = 0; index < merged.Length; index++)
        {
            deadline.Step(_pieces.Count);
            merged[index] = fresh[index].CanRemove ? _running[index].Slide(window, added, index) : Merge(fresh[index], index);
        }

        aggregates.Finish(merged, _row);
        _row.Time = window.Label;
        _row.EndTime = window.EndLabel;
        return true;
    }

    // Aggregates the pieces up to the end of a window that are not there yet.
    private List<WindowPiece> Cover(TimeWindow window)
    {
        List<WindowPiece> added = [];
        long from = _covered is { } covered && covered >= window.From ? covered + 1 : window.From;
        while (from <= window.To && (_covered is null || _covered < window.To))
        {
            deadline.Step(_ahead.Count + 1);
            WindowPiece piece = new(from, Math.Min(window.To, EndBeforeNext(from)), aggregates.Start());
            while (_hasRow && source.Current.Time <= piece.To)
            {
                if (source.Current.Time >= piece.From)
                {
                    deadline.Step(1);
                    aggregates.Feed(source.Current, piece.Parts);
                }

                _hasRow = source.MoveNext();
            }

            _pieces.AddLast(piece);
            added.Add(piece);
            _covered = piece.To;
            from = piece.To + 1;
        }

        return added;
    }

    // The time before the next window that begins behind a time.
    private long EndBeforeNext(long from)
    {
        foreach (TimeWindow window in _ahead)
        {
            if (window.From > from)
            {
                return window.From - 1;
            }
        }

        while (Look())
        {
            if (_windows.Current.From > from)
            {
                return _windows.Current.From - 1;
            }
        }

        return long.MaxValue;
    }

    private bool Look()
    {
        if (!_windows.MoveNext())
        {
            return false;
        }

        _ahead.Enqueue(_windows.Current);
        return true;
    }

    private Accumulator Merge(Accumulator into, int index)
    {
        foreach (WindowPiece piece in _pieces)
        {
            into.Merge(piece.Parts[index]);
        }

        return into;
    }
}
