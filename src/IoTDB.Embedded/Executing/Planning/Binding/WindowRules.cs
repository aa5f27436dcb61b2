using IoTDB.Embedded.Executing.Aggregating;
using IoTDB.Embedded.Executing.Evaluating;
using IoTDB.Embedded.Executing.Values;
using IoTDB.Embedded.Executing.Windows;
using IoTDB.Embedded.Sql;
using IoTDB.Embedded.Sql.Statements;

namespace IoTDB.Embedded.Executing.Planning;

/// <summary>Binds the expressions of row windows.</summary>
internal static class WindowRules
{
    public static Func<WindowRule> Bind(GroupClause clause, ExpressionBinder rows)
    {
        switch (clause)
        {
            case GroupClause.Variation variation:
                Evaluator operand = rows.Bind(variation.Operand);
                if (variation.Delta != 0 && operand is not NullEvaluator && !operand.Type.IsNumeric)
                {
                    SqlErrors.Semantic("Only support numeric type when delta != 0");
                }

                if (variation.Delta == 0 && operand.Type is TsDataType.String or TsDataType.Blob or TsDataType.Timestamp or TsDataType.Date && operand is not NullEvaluator)
                {
                    SqlErrors.Execution($"Unsupported dataType: Unsupported data type in equal event aggregation : {operand.Type.Word}");
                }

                RefuseTime(operand);
                return () => new VariationRule(operand, variation.Delta, variation.IgnoreNull);
            case GroupClause.Condition condition:
                Evaluator predicate = rows.Bind(condition.Predicate);
                if (predicate.Type != TsDataType.Boolean)
                {
                    SqlErrors.Semantic("Only support boolean type in predict of group by series");
                }

                if (predicate is ConstantEvaluator)
                {
                    SqlErrors.Execution("Cannot invoke \"java.util.List.get(int)\" because the return value of \"java.util.Map.get(Object)\" is null");
                }

                KeepCondition keep = KeepCondition.Parse(condition.Keep!);
                return () => new ConditionRule(predicate, keep, condition.IgnoreNull);
            case GroupClause.Session session:
                return () => new SessionRule(session.Gap);
            case GroupClause.Count count:
                Evaluator counted = rows.Bind(count.Operand);
                RefuseTime(counted);
                return () => new CountRule(counted, count.Rows, count.IgnoreNull);
            default:
                throw new InvalidOperationException($"No rule for {clause.GetType().Name}.");
        }
    }

    private static void RefuseTime(Evaluator operand)
    {
        if (operand is TimeEvaluator)
        {
            SqlErrors.Execution("Index -1 out of bounds for length 1");
        }
    }
}
