using IoTDB.Embedded.Executing.Values;

namespace IoTDB.Embedded.Executing.Evaluating;

/// <summary>DIFF: the difference to the row before, or, ignoring nulls, to the last value that was none.</summary>
internal sealed class DiffEvaluator(Evaluator operand, bool ignoreNull) : Evaluator(TsDataType.Double)
{
    private Value _last;

    public override Value Evaluate(Row row)
    {
        Value value = operand.Evaluate(row);
        if (value.IsNull)
        {
            if (!ignoreNull)
            {
                _last = Value.Null;
            }

            return Value.Null;
        }

        Value last = _last;
        _last = value;
        return last.IsNull ? Value.Null : Value.Of(value.ToDouble(operand.Type) - last.ToDouble(operand.Type));
    }
}
