using IoTDB.Embedded.Executing.Values;

namespace IoTDB.Embedded.Executing.Aggregating;

/// <summary>COUNT_IF: runs of consecutive true rows whose length satisfies a condition.</summary>
internal sealed class CountIfAccumulator(KeepCondition keep, bool ignoreNull) : Accumulator
{
    private long _run;
    private long _count;

    public override bool TakesNulls => true;

    public override void Add(long time, Value value)
    {
        if (value.IsNull)
        {
            if (!ignoreNull)
            {
                EndRun();
            }

            return;
        }

        if (value.AsBoolean)
        {
            _run++;
        }
        else
        {
            EndRun();
        }
    }

    public override void Merge(Accumulator next)
    {
        CountIfAccumulator other = (CountIfAccumulator)next;
        other.EndRun();
        EndRun();
        _count += other._count;
    }

    public override Value Result() => Value.Of(_count + (_run > 0 && keep.Holds(_run) ? 1 : 0));

    private void EndRun()
    {
        if (_run > 0 && keep.Holds(_run))
        {
            _count++;
        }

        _run = 0;
    }
}
