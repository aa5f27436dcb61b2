using IoTDB.Embedded.Executing.Values;
using IoTDB.Embedded.Sql.Expressions;

namespace IoTDB.Embedded.Executing.Evaluating;

/// <summary>Arithmetic: always over doubles, in 2.0.1-beta also for integers.</summary>
internal sealed class ArithmeticEvaluator(BinaryOperator op, Evaluator left, Evaluator right) : Evaluator(TsDataType.Double)
{
    public override Value Evaluate(Row row)
    {
        Value first = left.Evaluate(row);
        Value second = right.Evaluate(row);
        if (first.IsNull || second.IsNull)
        {
            return Value.Null;
        }

        double x = first.ToDouble(left.Type);
        double y = second.ToDouble(right.Type);
        return Value.Of(op switch
        {
            BinaryOperator.Add => x + y,
            BinaryOperator.Subtract => x - y,
            BinaryOperator.Multiply => x * y,
            BinaryOperator.Divide => x / y,
            _ => x % y,
        });
    }
}
