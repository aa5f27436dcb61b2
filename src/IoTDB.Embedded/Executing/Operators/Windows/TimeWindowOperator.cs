using IoTDB.Embedded.Executing.Aggregating;
using IoTDB.Embedded.Executing.Evaluating;
using IoTDB.Embedded.Executing.Windows;

namespace IoTDB.Embedded.Executing.Operators;

/// <summary>A row for every window of time, also where it has no data; windows do not overlap. Rows and windows come in one direction.</summary>
internal sealed class TimeWindowOperator(
    RowOperator source, IEnumerable<TimeWindow> windows, bool isDescending, AggregateSet aggregates, QueryDeadline deadline) : RowOperator
{
    private readonly Row _row = new(aggregates.Count);
    private readonly IEnumerator<TimeWindow> _windows = windows.GetEnumerator();
    private bool _hasRow;
    private bool _started;

    public override Row Current => _row;

    public override bool MoveNext()
    {
        deadline.Step(1);
        if (!_started)
        {
            _started = true;
            _hasRow = source.MoveNext();
        }

        if (!_windows.MoveNext())
        {
            return false;
        }

        TimeWindow window = _windows.Current;
        Accumulator[] accumulators = aggregates.Start();
        while (_hasRow && !IsBehind(source.Current.Time, window))
        {
            // Between windows there may be rows of none.
            if (source.Current.Time >= window.From && source.Current.Time <= window.To)
            {
                deadline.Step(1);
                aggregates.Feed(source.Current, accumulators);
            }

            _hasRow = source.MoveNext();
        }

        aggregates.Finish(accumulators, _row);
        _row.Time = window.Label;
        _row.EndTime = window.EndLabel;
        return true;
    }

    private bool IsBehind(long time, TimeWindow window) => isDescending ? time < window.From : time > window.To;
}
