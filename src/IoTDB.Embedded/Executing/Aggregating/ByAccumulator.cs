using IoTDB.Embedded.Executing.Values;

namespace IoTDB.Embedded.Executing.Aggregating;

/// <summary>MAX_BY(x, y) and MIN_BY(x, y): x where y is largest or smallest, of several alike at the earliest time.</summary>
internal sealed class ByAccumulator(TsDataType other, bool isMax) : Accumulator
{
    private Value _result;
    private Value _best;
    private long _time;

    public override void Add(long time, Value value) => throw new InvalidOperationException("MAX_BY and MIN_BY take two values.");

    public override void Add(long time, Value value, Value by)
    {
        if (!_best.IsNull && !IsBetter(by, _best) && (time >= _time || IsBetter(_best, by)))
        {
            return;
        }

        _best = by;
        _result = value;
        _time = time;
    }

    private bool IsBetter(Value left, Value right) => isMax ? ValueComparer.IsBelow(right, left, other) : ValueComparer.IsBelow(left, right, other);

    public override void Merge(Accumulator next)
    {
        ByAccumulator other = (ByAccumulator)next;
        if (!other._best.IsNull)
        {
            Add(other._time, other._result, other._best);
        }
    }

    public override Value Result() => _result;
}
