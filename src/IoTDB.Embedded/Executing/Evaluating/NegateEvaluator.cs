using IoTDB.Embedded.Executing.Values;

namespace IoTDB.Embedded.Executing.Evaluating;

/// <summary>Unary minus; keeps the type and, like Java, wraps the smallest integer.</summary>
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
            TsDataType.Int32 => Value.Of(unchecked(-value.AsInt)),
            TsDataType.Int64 => Value.Of(unchecked(-value.AsLong)),
            TsDataType.Float => Value.Of(-value.AsFloat),
            _ => Value.Of(-value.AsDouble),
        };
    }
}
