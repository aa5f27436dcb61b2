using IoTDB.Embedded.Executing.Values;

namespace IoTDB.Embedded.Executing.Evaluating;

/// <summary>A value the row already has.</summary>
internal sealed class SlotEvaluator(TsDataType type, int slot) : Evaluator(type)
{
    public int Slot => slot;

    public override Value Evaluate(Row row) => row.Values[slot];
}
