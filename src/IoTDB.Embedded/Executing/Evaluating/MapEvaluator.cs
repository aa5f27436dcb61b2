using IoTDB.Embedded.Executing.Values;

namespace IoTDB.Embedded.Executing.Evaluating;

/// <summary>A function of one value; null stays null.</summary>
internal sealed class MapEvaluator(TsDataType type, Evaluator operand, Func<Value, Value> map) : Evaluator(type)
{
    public override Value Evaluate(Row row)
    {
        Value value = operand.Evaluate(row);
        return value.IsNull ? value : map(value);
    }
}
