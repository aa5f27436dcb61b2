using IoTDB.Embedded.Executing.Values;

namespace IoTDB.Embedded.Executing.Aggregating;

/// <summary>MAX_BY(x, y) and MIN_BY(x, y): x where y is largest or smallest.</summary>
internal sealed class ByAccumulator(TsDataType other, bool isMax) : Accumulator
{
    private Value _result;
    private Value _best;

    public override void Add(long time, Value value) => throw new InvalidOperationException("MAX_BY and MIN_BY take two values.");

    public override void Add(long time, Value value, Value by)
    {
        if (!_best.IsNull && !(isMax ? ValueComparer.IsBelow(_best, by, other) : ValueComparer.IsBelow(by, _best, other)))
        {
            return;
        }

        _best = by;
        _result = value;
    }

    public override void Merge(Accumulator next)
    {
        ByAccumulator other = (ByAccumulator)next;
        if (!other._best.IsNull)
        {
            Add(0, other._result, other._best);
        }
    }

    public override Value Result() => _result;
}
