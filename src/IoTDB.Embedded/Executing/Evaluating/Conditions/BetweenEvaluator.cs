using IoTDB.Embedded.Executing.Values;

namespace IoTDB.Embedded.Executing.Evaluating;

/// <summary>BETWEEN, both ends included.</summary>
internal sealed class BetweenEvaluator(Evaluator operand, Evaluator low, Evaluator high, bool isNot) : Evaluator(TsDataType.Boolean)
{
    public override Value Evaluate(Row row)
    {
        Value value = operand.Evaluate(row);
        Value from = low.Evaluate(row);
        Value to = high.Evaluate(row);
        if (value.IsNull || from.IsNull || to.IsNull)
        {
            return Value.Null;
        }

        bool within = ValueComparer.Compare(value, operand.Type, from, low.Type) >= 0 && ValueComparer.Compare(value, operand.Type, to, high.Type) <= 0;
        return Value.Of(within != isNot);
    }
}
