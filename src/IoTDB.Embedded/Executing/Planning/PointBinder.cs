using IoTDB.Embedded.Executing.Evaluating;
using IoTDB.Embedded.Executing.Functions;
using IoTDB.Embedded.Executing.Operators;
using IoTDB.Embedded.Sql.Expressions;

namespace IoTDB.Embedded.Executing.Planning;

/// <summary>Binds the select list of a query over rows: functions with rows of their own are collected and become slots behind the series.</summary>
internal sealed class PointBinder(QuerySource source, ExpressionBinder rows, EmbeddedQueryLimits limits) : ILeafBinder
{
    private readonly Dictionary<string, PointEvaluator> _slots = new(StringComparer.Ordinal);
    private readonly List<(PointFunction Function, Evaluator Argument)> _functions = [];

    public bool Any => _functions.Count > 0;

    public Evaluator BindPath(PathExpression path) => source.BindPath(path);

    public Evaluator? BindCall(FunctionExpression call)
    {
        if (!PointFunctionTable.Contains(call.Key))
        {
            return null;
        }

        string key = call.ToString();
        if (!_slots.TryGetValue(key, out PointEvaluator? slot))
        {
            FunctionErrors.ExpectCount(call, 1);
            Evaluator argument = rows.Bind(call.Arguments[0]);
            PointFunction function = PointFunctionTable.Create(call, argument);
            slot = new PointEvaluator(function.Type);
            _slots.Add(key, slot);
            _functions.Add((function, argument));
        }

        return slot;
    }

    /// <summary>Runs the functions over rows, once all series of the query are known.</summary>
    public RowOperator Join(RowOperator input, bool keepsRows)
    {
        int next = source.Series.Count;
        foreach (PointEvaluator slot in _slots.Values)
        {
            slot.Slot = next++;
        }

        return new PointJoinOperator(input, source.Series.Count, _functions, keepsRows, limits);
    }
}
