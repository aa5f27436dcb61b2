using IoTDB.Embedded.Executing.Values;

namespace IoTDB.Embedded.Executing.Evaluating;

/// <summary>True where a scan has a row: one of the series it reads has a point.</summary>
/// <param name="slotsOf">The slots of those series; asked once all are known.</param>
internal sealed class ScanRowEvaluator(Func<int[]> slotsOf) : Evaluator(TsDataType.Boolean)
{
    private int[]? _slots;

    public override Value Evaluate(Row row)
    {
        _slots ??= slotsOf();
        foreach (int slot in _slots)
        {
            if (!row.Values[slot].IsNull)
            {
                return Value.Of(true);
            }
        }

        return Value.Of(false);
    }
}
