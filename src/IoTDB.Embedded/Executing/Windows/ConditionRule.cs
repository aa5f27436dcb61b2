using IoTDB.Embedded.Executing.Aggregating;
using IoTDB.Embedded.Executing.Evaluating;
using IoTDB.Embedded.Executing.Values;

namespace IoTDB.Embedded.Executing.Windows;

/// <summary>Runs of rows where a predicate is true and that are long enough.</summary>
internal sealed class ConditionRule(Evaluator predicate, KeepCondition keep, bool ignoreNull) : WindowRule
{
    public override RowPlacement Place(Row row)
    {
        Value value = predicate.Evaluate(row);
        if (value.IsNull)
        {
            return ignoreNull ? RowPlacement.Skip : RowPlacement.Close;
        }

        return value.AsBoolean ? RowPlacement.Join : RowPlacement.Close;
    }

    public override bool Accepts(long rows) => keep.Holds(rows);
}
