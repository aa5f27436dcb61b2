using IoTDB.Embedded.Executing.Values;

namespace IoTDB.Embedded.Executing.Aggregating;

/// <summary>FIRST_VALUE, LAST_VALUE, MIN_TIME, MAX_TIME and TIME_DURATION: what stands at the ends of a window.</summary>
internal sealed class EdgeAccumulator(EdgeKind kind) : Accumulator
{
    private bool _any;
    private long _firstTime;
    private long _lastTime;
    private Value _first;
    private Value _last;

    public override void Add(long time, Value value)
    {
        if (!_any || time < _firstTime)
        {
            _firstTime = time;
            _first = value;
        }

        if (!_any || time > _lastTime)
        {
            _lastTime = time;
            _last = value;
        }

        _any = true;
    }

    public override void Merge(Accumulator next)
    {
        EdgeAccumulator other = (EdgeAccumulator)next;
        if (other._any)
        {
            Add(other._firstTime, other._first);
            Add(other._lastTime, other._last);
        }
    }

    public override Value Result()
    {
        if (!_any)
        {
            return Value.Null;
        }

        return kind switch
        {
            EdgeKind.FirstValue => _first,
            EdgeKind.LastValue => _last,
            EdgeKind.FirstTime => Value.Of(_firstTime),
            EdgeKind.LastTime => Value.Of(_lastTime),
            // As 2.0.1-beta, which looks for the last time from 0 on.
            _ => Value.Of(Math.Max(_lastTime, 0) - _firstTime),
        };
    }
}
