using IoTDB.Embedded.Executing.Values;

namespace IoTDB.Embedded.Executing.Aggregating;

/// <summary>SUM and AVG, in doubles.</summary>
internal sealed class SumAccumulator(TsDataType input, bool isAverage) : Accumulator
{
    private double _sum;
    private long _count;

    public override void Add(long time, Value value)
    {
        _sum += value.ToDouble(input);
        _count++;
    }

    public override void Merge(Accumulator next)
    {
        SumAccumulator other = (SumAccumulator)next;
        _sum += other._sum;
        _count += other._count;
    }

    public override bool CanRemove => true;

    public override bool IsEmpty => _count == 0;

    public override void Remove(Accumulator oldest)
    {
        SumAccumulator other = (SumAccumulator)oldest;
        _sum -= other._sum;
        _count -= other._count;
    }

    public override void Reset() => (_sum, _count) = (0, 0);

    public override Value Result()
    {
        if (_count == 0)
        {
            return Value.Null;
        }

        return Value.Of(isAverage ? _sum / _count : _sum);
    }
}
