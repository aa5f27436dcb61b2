using IoTDB.Embedded.Executing.Values;

namespace IoTDB.Embedded.Executing.Aggregating;

/// <summary>COUNT: values that are not null.</summary>
internal sealed class CountAccumulator : Accumulator
{
    private long _count;

    public override void Add(long time, Value value) => _count++;

    public override void Merge(Accumulator next) => _count += ((CountAccumulator)next)._count;

    public override Value Result() => Value.Of(_count);
}
