using IoTDB.Embedded.Executing.Values;

namespace IoTDB.Embedded.Executing.Evaluating;

internal sealed class TimeEvaluator() : Evaluator(TsDataType.Int64)
{
    public override Value Evaluate(Row row) => Value.Of(row.Time);
}
