using IoTDB.Embedded.Executing.Evaluating;

namespace IoTDB.Embedded.Executing.Operators;

/// <summary>A step of a query: rows are pulled one at a time, the row is overwritten by the next.</summary>
internal abstract class RowOperator
{
    /// <summary>The row the operator stands on, after <see cref="MoveNext"/> returned true.</summary>
    public abstract Row Current { get; }

    /// <summary>Steps to the next row; false when there is none.</summary>
    public abstract bool MoveNext();
}
