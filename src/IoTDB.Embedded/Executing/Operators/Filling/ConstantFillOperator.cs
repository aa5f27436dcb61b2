using IoTDB.Embedded.Executing.Evaluating;
using IoTDB.Embedded.Executing.Values;

namespace IoTDB.Embedded.Executing.Operators;

/// <summary>FILL(literal): one value for each column that can take the literal, null for the others.</summary>
internal sealed class ConstantFillOperator(RowOperator source, Value[] fillers) : RowOperator
{
    public override Row Current => source.Current;

    public override bool MoveNext()
    {
        if (!source.MoveNext())
        {
            return false;
        }

        Row row = source.Current;
        for (int index = 0; index < fillers.Length; index++)
        {
            if (row.Values[index].IsNull)
            {
                row.Values[index] = fillers[index];
            }
        }

        return true;
    }
}
