using IoTDB.Embedded.Executing.Values;

namespace IoTDB.Embedded.Executing.Aggregating;

/// <summary>Gathers values of one window in time order; nulls are passed on only where an aggregate counts them.</summary>
internal abstract class Accumulator
{
    /// <summary>Takes a row's value; never null unless <see cref="TakesNulls"/>.</summary>
    public abstract void Add(long time, Value value);

    /// <summary>Takes a row's two values, the second not null: MAX_BY and MIN_BY.</summary>
    public virtual void Add(long time, Value value, Value other) => Add(time, value);

    public virtual bool TakesNulls => false;

    /// <summary>Takes over what another accumulator of the same aggregate gathered from the next of several series.</summary>
    public abstract void Merge(Accumulator next);

    /// <summary>The result so far.</summary>
    public abstract Value Result();
}
