using IoTDB.Embedded.Executing.Values;

namespace IoTDB.Embedded.Executing.Evaluating;

/// <summary>The last time of a window: <c>__endTime</c>.</summary>
internal sealed class EndTimeEvaluator() : Evaluator(TsDataType.Int64)
{
    public override Value Evaluate(Row row) => Value.Of(row.EndTime);
}
