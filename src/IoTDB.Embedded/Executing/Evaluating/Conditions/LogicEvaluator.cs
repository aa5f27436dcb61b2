using IoTDB.Embedded.Executing.Values;

namespace IoTDB.Embedded.Executing.Evaluating;

/// <summary>AND and OR with three-valued logic: the deciding value wins over null.</summary>
internal sealed class LogicEvaluator(bool isAnd, Evaluator left, Evaluator right) : Evaluator(TsDataType.Boolean)
{
    public override Value Evaluate(Row row)
    {
        Value first = left.Evaluate(row);
        if (!first.IsNull && first.AsBoolean != isAnd)
        {
            return first;
        }

        Value second = right.Evaluate(row);
        if (!second.IsNull && second.AsBoolean != isAnd)
        {
            return second;
        }

        return first.IsNull ? first : second;
    }
}
