using IoTDB.Embedded.Executing.Aggregating;
using IoTDB.Embedded.Executing.Evaluating;
using IoTDB.Embedded.Executing.Windows;

namespace IoTDB.Embedded.Executing.Operators;

/// <summary>A row for every group of rows that a rule cuts.</summary>
internal sealed class RowWindowOperator(RowOperator source, WindowRule rule, AggregateSet aggregates) : RowOperator
{
    private readonly Row _row = new(aggregates.Count);
    private Accumulator[]? _open;
    private long _first;
    private long _last;
    private long _rows;
    private bool _ended;
    private bool _skipped;
    private bool _taken;

    public override Row Current => _row;

    public override bool MoveNext()
    {
        while (!_ended)
        {
            if (!source.MoveNext())
            {
                _ended = true;
                return TryClose() || TryAnswerSkipped();
            }

            RowPlacement placement = rule.Place(source.Current);
            if (placement == RowPlacement.Skip)
            {
                _skipped = true;
                continue;
            }

            bool closed = placement != RowPlacement.Join && TryClose();
            if (placement != RowPlacement.Close)
            {
                Take(source.Current);
            }

            if (closed)
            {
                return true;
            }
        }

        return false;
    }

    private void Take(Row row)
    {
        _taken = true;
        if (_open is null)
        {
            _open = aggregates.Start();
            _first = row.Time;
            _last = row.Time;
            _rows = 0;
        }

        // Rows may come newest first.
        _first = Math.Min(_first, row.Time);
        _last = Math.Max(_last, row.Time);
        _rows++;
        aggregates.Feed(row, _open);
    }

    private bool TryAnswerSkipped()
    {
        if (!rule.AnswersSkipped || !_skipped || _taken)
        {
            return false;
        }

        aggregates.Finish(aggregates.Start(), _row);
        _row.Time = 0;
        _row.EndTime = 0;
        return true;
    }

    private bool TryClose()
    {
        if (_open is null)
        {
            return false;
        }

        Accumulator[] closing = _open;
        _open = null;
        if (!rule.Accepts(_rows))
        {
            return false;
        }

        aggregates.Finish(closing, _row);
        _row.Time = _first;
        _row.EndTime = _last;
        return true;
    }
}
