using IoTDB.Embedded.Executing.Evaluating;

namespace IoTDB.Embedded.Executing.Windows;

/// <summary>Groups of so many rows; an incomplete last one is dropped.</summary>
internal sealed class CountRule(Evaluator operand, long size, bool ignoreNull) : WindowRule
{
    private long _rows;

    public override RowPlacement Place(Row row)
    {
        if (ignoreNull && operand.Evaluate(row).IsNull)
        {
            return RowPlacement.Skip;
        }

        bool starts = _rows % size == 0;
        _rows++;
        return starts ? RowPlacement.Start : RowPlacement.Join;
    }

    public override bool Accepts(long rows) => rows == size;
}
