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

    /// <summary>True where values can be taken away again: sums and variances.</summary>
    public virtual bool CanRemove => false;

    /// <summary>True before the first value; known only where <see cref="CanRemove"/>.</summary>
    public virtual bool IsEmpty => false;

    /// <summary>Takes away what another accumulator gathered and this one took over.</summary>
    public virtual void Remove(Accumulator oldest) => throw new InvalidOperationException($"{GetType().Name} cannot forget values.");

    /// <summary>Forgets everything.</summary>
    public virtual void Reset() => throw new InvalidOperationException($"{GetType().Name} cannot forget values.");

    /// <summary>The result so far.</summary>
    public abstract Value Result();
}
