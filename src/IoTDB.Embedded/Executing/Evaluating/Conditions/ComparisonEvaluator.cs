using IoTDB.Embedded.Executing.Values;
using IoTDB.Embedded.Sql.Expressions;

namespace IoTDB.Embedded.Executing.Evaluating;

/// <summary>A comparison over rows: the total order of Java, except that nothing is true of NaN.</summary>
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

        if (IsNaN(first, left.Type) || IsNaN(second, right.Type))
        {
            return Value.Of(false);
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

    private static bool IsNaN(Value value, TsDataType type) => type is TsDataType.Float or TsDataType.Double && double.IsNaN(value.ToDouble(type));
}
