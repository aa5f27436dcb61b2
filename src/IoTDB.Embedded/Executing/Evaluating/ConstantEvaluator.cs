using IoTDB.Embedded.Executing.Values;

namespace IoTDB.Embedded.Executing.Evaluating;

/// <summary>The same value for every row; also a series that does not exist, which is null.</summary>
internal sealed class ConstantEvaluator(TsDataType type, Value value) : Evaluator(type)
{
    public Value Value => value;

    public override Value Evaluate(Row row) => value;
}
