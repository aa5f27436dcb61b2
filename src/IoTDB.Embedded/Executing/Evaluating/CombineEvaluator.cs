using IoTDB.Embedded.Executing.Values;

namespace IoTDB.Embedded.Executing.Evaluating;

/// <summary>A function of several values, nulls included.</summary>
internal sealed class CombineEvaluator(TsDataType type, Evaluator[] operands, Func<Value[], Value> combine) : Evaluator(type)
{
    private readonly Value[] _values = new Value[operands.Length];

    public override Value Evaluate(Row row)
    {
        for (int index = 0; index < operands.Length; index++)
        {
            _values[index] = operands[index].Evaluate(row);
        }

        return combine(_values);
    }
}
