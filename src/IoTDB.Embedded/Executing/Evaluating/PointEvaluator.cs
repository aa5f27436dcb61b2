using IoTDB.Embedded.Executing.Values;

namespace IoTDB.Embedded.Executing.Evaluating;

/// <summary>A point of a function with rows of its own; its slot is known once all series are.</summary>
internal sealed class PointEvaluator(TsDataType type) : Evaluator(type)
{
    public int Slot { get; set; }

    public override Value Evaluate(Row row) => row.Values[Slot];
}
