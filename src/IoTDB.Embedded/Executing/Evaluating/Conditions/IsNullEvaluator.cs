using IoTDB.Embedded.Executing.Values;

namespace IoTDB.Embedded.Executing.Evaluating;

internal sealed class IsNullEvaluator(Evaluator operand, bool isNot) : Evaluator(TsDataType.Boolean)
{
    public override Value Evaluate(Row row) => Value.Of(operand.Evaluate(row).IsNull != isNot);
}
