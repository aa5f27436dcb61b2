using IoTDB.Embedded.Executing.Values;

namespace IoTDB.Embedded.Executing.Aggregating;

/// <summary>MIN_VALUE and MAX_VALUE.</summary>
internal sealed class ExtremumAccumulator(TsDataType input, bool isMax) : Accumulator
{
    private Value _best;

    public override void Add(long time, Value value)
    {
        if (_best.IsNull)
        {
            _best = value;
            return;
        }

        int order = ValueComparer.Compare(value, _best, input);
        if (isMax ? order > 0 : order < 0)
        {
            _best = value;
        }
    }

    public override Value Result() => _best;
}
