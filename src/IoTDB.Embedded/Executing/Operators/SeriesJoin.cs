using IoTDB.Embedded.Engine.Schema;
using IoTDB.Embedded.Executing.Evaluating;
using IoTDB.Embedded.Executing.Values;

namespace IoTDB.Embedded.Executing.Operators;

/// <summary>Full outer join of series on time: a row wherever at least one has a point.</summary>
internal sealed class SeriesJoin : RowOperator
{
    private readonly SeriesCursor?[] _cursors;
    private readonly bool _isDescending;
    private readonly QueryDeadline _deadline;
    private readonly Row _row;

    public SeriesJoin(IReadOnlyList<Series> series, TimeBounds bounds, bool isDescending, long mostPoints, QueryDeadline deadline)
    {
        _deadline = deadline;
        _isDescending = isDescending;
        _row = new Row(series.Count);
        _cursors = new SeriesCursor?[series.Count];
        for (int index = 0; index < series.Count; index++)
        {
            SeriesCursor cursor = new(series[index].Read(bounds.From, bounds.To), series[index].DataType, isDescending, mostPoints);
            _cursors[index] = cursor.MoveNext() ? cursor : null;
        }
    }

    public override Row Current => _row;

    public override bool MoveNext()
    {
        _deadline.Step(_cursors.Length + 1);
        bool any = false;
        long time = 0;
        foreach (SeriesCursor? cursor in _cursors)
        {
            if (cursor is not null && (!any || (_isDescending ? cursor.Time > time : cursor.Time < time)))
            {
                any = true;
                time = cursor.Time;
            }
        }

        if (!any)
        {
            return false;
        }

        _row.Time = time;
        _row.EndTime = time;
        for (int index = 0; index < _cursors.Length; index++)
        {
            SeriesCursor? cursor = _cursors[index];
            if (cursor is null || cursor.Time != time)
            {
                _row.Values[index] = Value.Null;
                continue;
            }

            _row.Values[index] = cursor.Read();
            if (!cursor.MoveNext())
            {
                _cursors[index] = null;
            }
        }

        return true;
    }
}
