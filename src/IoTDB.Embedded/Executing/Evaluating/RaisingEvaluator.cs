using IoTDB.Embedded.Executing.Values;
using IoTDB.Embedded.Sql;

namespace IoTDB.Embedded.Executing.Evaluating;

/// <summary>Fails at the first row: what the server notices only while it computes.</summary>
internal sealed class RaisingEvaluator(TsDataType type, string message) : Evaluator(type)
{
    public override Value Evaluate(Row row) => SqlErrors.Execution<Value>(message);
}
