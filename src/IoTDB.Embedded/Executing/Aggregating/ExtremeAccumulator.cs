using IoTDB.Embedded.Executing.Values;

namespace IoTDB.Embedded.Executing.Aggregating;

/// <summary>EXTREME: the value of largest magnitude; of two alike the positive one.</summary>
internal sealed class ExtremeAccumulator(TsDataType input) : Accumulator
{
    private Value _best;

    public override void Add(long time, Value value)
    {
        if (_best.IsNull)
        {
            _best = value;
            return;
        }

        double candidate = value.ToDouble(input);
        double best = _best.ToDouble(input);
        if (Math.Abs(candidate) > Math.Abs(best) || (Math.Abs(candidate) == Math.Abs(best) && candidate > best))
        {
            _best = value;
        }
    }

    public override Value Result() => _best;
}
