using IoTDB.Embedded.Executing.Values;

namespace IoTDB.Embedded.Executing.Evaluating;

/// <summary>A test of a text: LIKE, REGEXP.</summary>
internal sealed class TextTestEvaluator(Evaluator operand, Func<string, bool> test, bool isNot) : Evaluator(TsDataType.Boolean)
{
    public override Value Evaluate(Row row)
    {
        Value value = operand.Evaluate(row);
        return value.IsNull ? value : Value.Of(test(value.AsText) != isNot);
    }
}
