using IoTDB.Embedded.Executing.Evaluating;

namespace IoTDB.Embedded.Executing.Operators;

/// <summary>Keeps rows for which a predicate is true: WHERE and HAVING.</summary>
internal sealed class FilterOperator(RowOperator source, Evaluator predicate) : RowOperator
{
    public override Row Current => source.Current;

    public override bool MoveNext()
    {
        while (source.MoveNext())
        {
            if (predicate.IsTrue(source.Current))
            {
                return true;
            }
        }

        return false;
    }
}
