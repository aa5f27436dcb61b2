using IoTDB.Embedded.Executing.Values;

namespace IoTDB.Embedded.Executing.Evaluating;

/// <summary>Any number of conditions joined by AND, as <see cref="LogicEvaluator"/> joins two; a loop, because a WHERE may have a hundred thousand.</summary>
internal sealed class AllEvaluator : Evaluator
{
    private readonly List<Evaluator> _parts;

    private AllEvaluator(Evaluator first)
        : base(TsDataType.Boolean) => _parts = [first];

    /// <summary>Joins one more condition to what there is; null = nothing yet.</summary>
    public static Evaluator Add(Evaluator? conditions, Evaluator next)
    {
        if (conditions is null)
        {
            return next;
        }

        AllEvaluator all = conditions as AllEvaluator ?? new AllEvaluator(conditions);
        all._parts.Add(next);
        return all;
    }

    public override Value Evaluate(Row row)
    {
        bool anyNull = false;
        Value last = Value.Null;
        foreach (Evaluator part in _parts)
        {
            last = part.Evaluate(row);
            if (last.IsNull)
            {
                anyNull = true;
            }
            else if (!last.AsBoolean)
            {
                return last;
            }
        }

        return anyNull ? Value.Null : last;
    }
}
