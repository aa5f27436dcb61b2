using IoTDB.Embedded.Executing.Evaluating;
using IoTDB.Embedded.Executing.Values;

namespace IoTDB.Embedded.Executing.Windows;

/// <summary>Rows stay in a group while their value is near the group's first.</summary>
internal sealed class VariationRule(Evaluator operand, double delta, bool ignoreNull) : WindowRule
{
    private bool _open;
    private Value _base;

    /// <inheritdoc/>
    public override bool AnswersSkipped => ignoreNull;

    public override RowPlacement Place(Row row)
    {
        Value value = operand.Evaluate(row);
        if (value.IsNull && ignoreNull)
        {
            return RowPlacement.Skip;
        }

        if (_open && Belongs(value))
        {
            return RowPlacement.Join;
        }

        _open = true;
        _base = value;
        return RowPlacement.Start;
    }

    private bool Belongs(Value value)
    {
        if (value.IsNull || _base.IsNull)
        {
            return value.IsNull && _base.IsNull;
        }

        return delta == 0
            ? !ValueComparer.IsBelow(value, _base, operand.Type) && !ValueComparer.IsBelow(_base, value, operand.Type)
            : Math.Abs(value.ToDouble(operand.Type) - _base.ToDouble(operand.Type)) <= delta;
    }
}
