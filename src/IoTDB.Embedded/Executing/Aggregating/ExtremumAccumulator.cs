using IoTDB.Embedded.Executing.Values;

namespace IoTDB.Embedded.Executing.Aggregating;

/// <summary>MIN_VALUE and MAX_VALUE.</summary>
internal sealed class ExtremumAccumulator(TsDataType input, bool isMax) : Accumulator
{
    private Value _best;

    public override void Add(long time, Value value)
    {
        if (_best.IsNull || (isMax ? ValueComparer.IsBelow(_best, value, input) : ValueComparer.IsBelow(value, _best, input)))
        {
            _best = value;
        }
    }

    public override void Merge(Accumulator next)
    {
        Value other = ((ExtremumAccumulator)next)._best;
        if (!other.IsNull)
        {
            Add(0, other);
        }
    }

    public override Value Result() => _best;
}
