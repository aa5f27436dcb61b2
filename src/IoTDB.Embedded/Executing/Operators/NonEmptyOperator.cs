using IoTDB.Embedded.Executing.Evaluating;
using IoTDB.Embedded.Executing.Values;

namespace IoTDB.Embedded.Executing.Operators;

/// <summary>Leaves out rows whose columns are all null, as the server does where functions make rows of their own.</summary>
internal sealed class NonEmptyOperator(RowOperator source, int first, int count) : RowOperator
{
    public override Row Current => source.Current;

    public override bool MoveNext()
    {
        while (source.MoveNext())
        {
            foreach (Value value in source.Current.Values.AsSpan(first, count))
            {
                if (!value.IsNull)
                {
                    return true;
                }
            }
        }

        return false;
    }
}
