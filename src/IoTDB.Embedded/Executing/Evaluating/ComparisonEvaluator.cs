using IoTDB.Embedded.Executing.Values;
using IoTDB.Embedded.Sql.Expressions;

namespace IoTDB.Embedded.Executing.Evaluating;

internal sealed class ComparisonEvaluator(BinaryOperator op, Evaluator left, Evaluator right) : Evaluator(TsDataType.Boolean)
{
    public override Value Evaluate(Row row)
    {
        Value first = left.Evaluate(row);
        Value second = right.Evaluate(row);
        if (first.IsNull || second.IsNull)
        {
            return Value.Null;
        }

        int order = ValueComparer.Compare(first, left.Type, second, right.Type);
        return Value.Of(op switch
        {
            BinaryOperator.Equal => order == 0,
            BinaryOperator.NotEqual => order != 0,
            BinaryOperator.Greater => order > 0,
            BinaryOperator.GreaterOrEqual => order >= 0,
            BinaryOperator.Less => order < 0,
            _ => order <= 0,
        });
    }
}
