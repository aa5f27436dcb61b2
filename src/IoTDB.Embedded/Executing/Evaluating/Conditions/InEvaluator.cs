using IoTDB.Embedded.Executing.Values;

namespace IoTDB.Embedded.Executing.Evaluating;

/// <summary>IN over literals that are already of the operand's type.</summary>
internal sealed class InEvaluator(Evaluator operand, Value[] values, bool isNot) : Evaluator(TsDataType.Boolean)
{
    public override Value Evaluate(Row row)
    {
        Value value = operand.Evaluate(row);
        if (value.IsNull)
        {
            return value;
        }

        bool found = false;
        foreach (Value candidate in values)
        {
            if (ValueComparer.AreEqual(value, candidate, operand.Type))
            {
                found = true;
                break;
            }
        }

        return Value.Of(found != isNot);
    }
}
