using IoTDB.Embedded.Executing.Values;
using IoTDB.Embedded.Sql.Expressions;

namespace IoTDB.Embedded.Executing.Evaluating;

/// <summary>A comparison of real numbers by the scan of a series: as the machine compares them.</summary>
internal sealed class ScanComparisonEvaluator(BinaryOperator op, Evaluator left, Evaluator right) : Evaluator(TsDataType.Boolean)
{
    public override Value Evaluate(Row row)
    {
        Value first = left.Evaluate(row);
        Value second = right.Evaluate(row);
        if (first.IsNull || second.IsNull)
        {
            return Value.Null;
        }

        double a = first.ToDouble(left.Type);
        double b = second.ToDouble(right.Type);
        return Value.Of(op switch
        {
            BinaryOperator.Equal => a == b,
            BinaryOperator.NotEqual => a != b,
            BinaryOperator.Greater => a > b,
            BinaryOperator.GreaterOrEqual => a >= b,
            BinaryOperator.Less => a < b,
            _ => a <= b,
        });
    }
}
