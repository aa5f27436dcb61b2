using IoTDB.Embedded.Executing.Values;

namespace IoTDB.Embedded.Executing.Evaluating;

/// <summary>Unary minus; keeps the type. The server computes in doubles and stops at the ends of the type.</summary>
internal sealed class NegateEvaluator(Evaluator operand) : Evaluator(operand.Type)
{
    public override Value Evaluate(Row row)
    {
        Value value = operand.Evaluate(row);
        if (value.IsNull)
        {
            return value;
        }

        return Type switch
        {
            TsDataType.Int32 => Value.Of(value.AsInt == int.MinValue ? int.MaxValue : -value.AsInt),
            TsDataType.Int64 => Value.Of(JavaNumbers.ToInt64(-(double)value.AsLong)),
            TsDataType.Float => Value.Of(-value.AsFloat),
            _ => Value.Of(-value.AsDouble),
        };
    }
}
