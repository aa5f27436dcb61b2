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

        bool replaces = input is TsDataType.Int32 or TsDataType.Int64
            ? Replaces(Whole(value), Whole(_best))
            : Replaces(value.ToDouble(input), _best.ToDouble(input));
        if (replaces)
        {
            _best = value;
        }
    }

    private long Whole(Value value) => input == TsDataType.Int32 ? value.AsInt : value.AsLong;

    private static bool Replaces(double candidate, double best) =>
        Math.Abs(candidate) > Math.Abs(best) || (Math.Abs(candidate) == Math.Abs(best) && candidate > best);

    // As in Java, the smallest integer has no magnitude of its own.
    private bool Replaces(long candidate, long best)
    {
        long magnitude = Magnitude(candidate);
        long known = Magnitude(best);
        return magnitude > known || (magnitude == known && candidate > best);
    }

    private long Magnitude(long number) =>
        input == TsDataType.Int32 ? (number == int.MinValue ? number : Math.Abs(number)) : number == long.MinValue ? number : Math.Abs(number);

    public override void Merge(Accumulator next)
    {
        Value other = ((ExtremeAccumulator)next)._best;
        if (!other.IsNull)
        {
            Add(0, other);
        }
    }

    public override Value Result() => _best;
}
