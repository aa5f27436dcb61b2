using IoTDB.Embedded.Executing.Values;

namespace IoTDB.Embedded.Executing.Aggregating;

/// <summary>Variances and standard deviations, by Welford's recurrence.</summary>
internal sealed class VarianceAccumulator(TsDataType input, bool isPopulation, bool isDeviation) : Accumulator
{
    private long _count;
    private double _mean;
    private double _squares;

    public override void Add(long time, Value value)
    {
        double number = value.ToDouble(input);
        _count++;
        double delta = number - _mean;
        _mean += delta / _count;
        _squares += delta * (number - _mean);
    }

    public override void Merge(Accumulator next)
    {
        VarianceAccumulator other = (VarianceAccumulator)next;
        if (other._count == 0)
        {
            return;
        }

        long count = _count + other._count;
        double mean = ((other._mean * other._count) + (_mean * _count)) / count;
        double delta = other._mean - _mean;
        _squares = _squares + other._squares + (delta * delta * other._count * _count / count);
        _count = count;
        _mean = mean;
    }

    public override bool CanRemove => true;

    public override bool IsEmpty => _count == 0;

    public override void Remove(Accumulator oldest)
    {
        VarianceAccumulator other = (VarianceAccumulator)oldest;
        long count = _count - other._count;
        double mean = ((_mean * _count) - (other._mean * other._count)) / count;
        double delta = other._mean - _mean;
        _squares = _squares - other._squares - (delta * delta * other._count * _count / count);
        _count = count;
        _mean = mean;
    }

    public override void Reset() => (_count, _mean, _squares) = (0, 0, 0);

    public override Value Result()
    {
        long divisor = isPopulation ? _count : _count - 1;
        if (divisor <= 0)
        {
            return Value.Null;
        }

        double variance = _squares / divisor;
        return Value.Of(isDeviation ? Math.Sqrt(variance) : variance);
    }
}
