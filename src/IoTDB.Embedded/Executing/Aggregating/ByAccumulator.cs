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
        if (!_best.IsNull)
        {
            int order = ValueComparer.Compare(by, _best, other);
            if (isMax ? order <= 0 : order >= 0)
            {
                return;
            }
        }

        _best = by;
        _result = value;
    }

    public override Value Result() => _result;
}
