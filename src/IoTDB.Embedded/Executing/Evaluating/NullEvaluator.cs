using IoTDB.Embedded.Executing.Values;

namespace IoTDB.Embedded.Executing.Evaluating;

/// <summary>A series that does not exist, and all that is computed from it: null of no type, which no type check refuses.</summary>
internal sealed class NullEvaluator() : Evaluator(TsDataType.Boolean)
{
    public override Value Evaluate(Row row) => Value.Null;
}
