using IoTDB.Embedded.Executing.Values;

namespace IoTDB.Embedded.Executing.Evaluating;

internal sealed class NotEvaluator(Evaluator operand) : Evaluator(TsDataType.Boolean)
{
    public override Value Evaluate(Row row)
    {
        Value value = operand.Evaluate(row);
        return value.IsNull ? value : Value.Of(!value.AsBoolean);
    }
}
