using IoTDB.Embedded.Executing.Aggregating;
using IoTDB.Embedded.Executing.Evaluating;
using IoTDB.Embedded.Executing.Windows;

namespace IoTDB.Embedded.Executing.Operators;

/// <summary>A row for every window of time, also where it has no data; windows may overlap.</summary>
internal sealed class TimeWindowOperator(
    RowOperator source, IEnumerable<TimeWindow> windows, AggregateSet aggregates, QueryDeadline deadline) : RowOperator
{
    private readonly Row _row = new(aggregates.Count);
    private readonly IEnumerator<TimeWindow> _windows = windows.GetEnumerator();
    private readonly Queue<(TimeWindow Window, Accumulator[] Accumulators)> _open = new();
    private TimeWindow _next;
    private bool _hasNext;
    private bool _hasRow;
    private bool _started;

    public override Row Current => _row;

    public override bool MoveNext()
    {
        deadline.Step(1);
        if (!_started)
        {
            _started = true;
            _hasNext = _windows.MoveNext();
            _next = _hasNext ? _windows.Current : default;
            _hasRow = source.MoveNext();
        }

        if (_open.Count == 0)
        {
            if (!_hasNext)
            {
                return false;
            }

            OpenNext();
        }

        (TimeWindow window, Accumulator[] accumulators) = _open.Peek();
        while (_hasRow && source.Current.Time <= window.To)
        {
            Feed(source.Current);
            _hasRow = source.MoveNext();
        }

        _open.Dequeue();
        aggregates.Finish(accumulators, _row);
        _row.Time = window.Label;
        _row.EndTime = window.EndLabel;
        return true;
    }

    private void Feed(Row row)
    {
        deadline.Step(_open.Count);
        while (_hasNext && _next.From <= row.Time)
        {
            OpenNext();
        }

        foreach ((TimeWindow window, Accumulator[] accumulators) in _open)
        {
            if (row.Time >= window.From && row.Time <= window.To)
            {
                aggregates.Feed(row, accumulators);
            }
        }
    }

    private void OpenNext()
    {
        _open.Enqueue((_next, aggregates.Start()));
        _hasNext = _windows.MoveNext();
        _next = _hasNext ? _windows.Current : default;
    }
}
