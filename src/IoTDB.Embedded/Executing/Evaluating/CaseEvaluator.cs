using IoTDB.Embedded.Executing.Values;

namespace IoTDB.Embedded.Executing.Evaluating;

/// <summary>CASE: the first branch whose condition is true.</summary>
internal sealed class CaseEvaluator(TsDataType type, Evaluator[] conditions, Evaluator[] results, Evaluator? otherwise) : Evaluator(type)
{
    public override Value Evaluate(Row row)
    {
        for (int index = 0; index < conditions.Length; index++)
        {
            if (conditions[index].IsTrue(row))
            {
                return Convert(results[index], row);
            }
        }

        return otherwise is null ? Value.Null : Convert(otherwise, row);
    }

    // Branches of different numeric types meet in DOUBLE.
    private Value Convert(Evaluator result, Row row)
    {
        Value value = result.Evaluate(row);
        return value.IsNull || Type != TsDataType.Double ? value : Value.Of(value.ToDouble(result.Type));
    }
}
