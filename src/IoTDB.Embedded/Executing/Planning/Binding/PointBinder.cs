using IoTDB.Embedded.Executing.Evaluating;
using IoTDB.Embedded.Executing.Functions;
using IoTDB.Embedded.Executing.Operators;
using IoTDB.Embedded.Sql.Expressions;

namespace IoTDB.Embedded.Executing.Planning;

/// <summary>Binds the select list of a query over rows: functions with rows of their own are collected and become slots behind the series.</summary>
internal sealed class PointBinder(QuerySource source, QueryContext context) : ILeafBinder
{
    private readonly Dictionary<string, PointEvaluator> _slots = new(StringComparer.Ordinal);
    private readonly List<PointEvaluator> _ordered = [];
    private readonly List<PointStage> _stages = [];

    public bool Any => _stages.Count > 0;

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
            Evaluator argument = new ExpressionBinder(this, context) { IsBesidePoints = true }.Bind(call.Arguments[0]);
            PointFunction function = PointFunctionTable.Create(call, argument);
            slot = new PointEvaluator(function.Type);
            _slots.Add(key, slot);
            _ordered.Add(slot);
            _stages.Add(new PointStage(function, argument, SlotsOf(call.Arguments[0])));
        }

        return slot;
    }

    /// <summary>The outermost functions of an expression that is bound.</summary>
    public IReadOnlyList<PointEvaluator> SlotsOf(Expression expression) =>
        _slots.TryGetValue(expression.ToString(), out PointEvaluator? slot) ? [slot] : [.. expression.Children.SelectMany(SlotsOf)];

    /// <summary>Runs the functions over rows, once all series of the query are known.</summary>
    public RowOperator Join(RowOperator input, PointJoinShape shape)
    {
        int next = source.Series.Count;
        foreach (PointEvaluator slot in _ordered)
        {
            slot.Slot = next++;
        }

        return new PointJoinOperator(input, source.Series.Count, _stages, shape, context.Limits);
    }
}
