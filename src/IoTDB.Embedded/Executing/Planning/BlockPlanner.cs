using IoTDB.Embedded.Engine.Schema;
using IoTDB.Embedded.Executing.Aggregating;
using IoTDB.Embedded.Executing.Evaluating;
using IoTDB.Embedded.Executing.Functions;
using IoTDB.Embedded.Executing.Operators;
using IoTDB.Embedded.Executing.Windows;
using IoTDB.Embedded.Sql;
using IoTDB.Embedded.Sql.Expressions;
using IoTDB.Embedded.Sql.Statements;

namespace IoTDB.Embedded.Executing.Planning;

/// <summary>Plans one block: series, conditions, windows, columns.</summary>
internal sealed class BlockPlanner(Catalog catalog, QueryContext context)
{
    public BlockPlan Plan(BlockRequest request)
    {
        QuerySource source = new(catalog, context);
        ExpressionBinder rows = new(source, context);
        PointBinder points = new(source, context);
        PredicatePlanner predicates = new(source, rows, context, request.IsAggregation);
        foreach (PathExpression extra in request.ExtraSeries)
        {
            source.BindPath(extra);
        }

        return request.IsAggregation ? PlanAggregation(request, source, points, predicates) : PlanRows(request, source, points, predicates);
    }

    private static List<Evaluator> BindOutputs(BlockRequest request, ExpressionBinder binder, out TsDataType?[] types)
    {
        List<Evaluator> outputs = [.. request.Leading];
        types = new TsDataType?[request.Outputs.Count];
        for (int index = 0; index < types.Length; index++)
        {
            Evaluator output = request.Outputs[index] is { } expression ? binder.Bind(expression) : new NullEvaluator();
            types[index] = output is NullEvaluator ? null : output.Type;
            outputs.Add(output);
        }

        return outputs;
    }

    private BlockPlan PlanRows(BlockRequest request, QuerySource source, PointBinder points, PredicatePlanner predicates)
    {
        bool besidePoints = request.Outputs.OfType<Expression>().Any(static output => ExpressionKinds.Any(output, IsPointCall));
        List<Evaluator> outputs = BindOutputs(request, new ExpressionBinder(points, context) { IsBesidePoints = besidePoints }, out TsDataType?[] types);
        AddConditions(request, predicates);
        if (points.Any)
        {
            CheckPoints(request, predicates);
        }

        return new BlockPlan(types, () =>
        {
            bool countsPoints = request.MostRows is not null && !source.Series.Any(static series => series.Device.IsAligned)
                && !request.Where.Any(ExpressionKinds.ReadsSeries);
            RowOperator input = Filter(
                source.Open(predicates.Bounds, request.IsDescending, countsPoints ? request.MostRows!.Value : long.MaxValue), predicates.Predicate);
            if (!points.Any)
            {
                input = request.MostRows is { } most && !countsPoints ? new PageOperator(input, 0, most) : input;
                return new ProjectOperator(input, outputs);
            }

            bool keepsRows = request.Outputs.OfType<Expression>().Any(output => points.SlotsOf(output).Count == 0);
            RowOperator joined = points.Join(input, new PointJoinShape(keepsRows, request.IsDescending));
            return new NonEmptyOperator(new ProjectOperator(joined, outputs), request.Leading.Count, request.Shown ?? request.Outputs.Count);
        })
        {
            IsNever = predicates.IsNever,
        };
    }

    private BlockPlan PlanAggregation(BlockRequest request, QuerySource source, PointBinder points, PredicatePlanner predicates)
    {
        ExpressionBinder rows = new(points, context);
        AggregateSet aggregates = new();
        AggregateBinder leaves = new(aggregates, rows, context.Limits);
        if (request.KeyOf is not null)
        {
            leaves.KeyOf = request.KeyOf;
        }

        ExpressionBinder binder = new(leaves, context);
        List<Evaluator> outputs = BindOutputs(request, binder, out TsDataType?[] types);
        foreach (Expression merged in request.Merged)
        {
            binder.Bind(merged);
        }

        Evaluator? having = null;
        foreach (Expression condition in request.Having)
        {
            Evaluator next = binder.Bind(condition);
            TypeRules.ExpectBoolean(condition, next);
            having = having is null ? next : new LogicEvaluator(isAnd: true, having, next);
        }

        if (request.MergesByHash)
        {
            aggregates.OrderInputs(leaves.NeedsRows || request.Where.Any(ExpressionKinds.ReadsSeries));
        }

        HashSet<Series> inputs = [.. source.Series, .. SeriesOf(request.Window, source)];
        AddConditions(request, predicates);
        bool readsOneMore = request.Leading.All(static leading => leading is EndTimeEvaluator)
            && predicates.ReadSeries.Count == 1 && !predicates.ReadSeries.Any(inputs.Contains);
        leaves.CheckTime(request.Window, predicates.ReadSeries.Count > 0 && !readsOneMore);
        if (request.Window is GroupClause.Time { Overlaps: true } && !predicates.IsNever)
        {
            CheckOverlap([.. request.Outputs.OfType<Expression>(), .. request.Having]);
        }

        TimeBounds bounds = predicates.Bounds;
        Func<RowOperator, RowOperator> window = PlanWindow(request.Window, request.IsDescending, rows, aggregates, ref bounds);
        return new BlockPlan(types, () =>
        {
            RowOperator input = Filter(source.Open(bounds, request.IsDescending, long.MaxValue), predicates.Predicate);
            if (predicates.IsNever)
            {
                return new ValuesOperator([], outputs.Count);
            }

            input = points.Any ? points.Join(input, new PointJoinShape(KeepsRows: true, IsDescending: false)) : input;
            return new ProjectOperator(Filter(window(input), having), outputs);
        })
        {
            IsNever = predicates.IsNever,
        };
    }

    private Func<RowOperator, RowOperator> PlanWindow(GroupClause? clause, bool isDescending, ExpressionBinder rows, AggregateSet aggregates, ref TimeBounds bounds)
    {
        if (clause is null)
        {
            return input => new AggregateOperator(input, aggregates);
        }

        if (clause is GroupClause.Time time)
        {
            TimeWindows windows = new(time, context.Time);
            if (windows.OpenAtOnce > context.Limits.MaxOverlappingWindows)
            {
                SqlErrors.Execution($"GROUP BY: more than {context.Limits.MaxOverlappingWindows} windows would overlap.");
            }

            bounds = bounds.Intersect(time.IsRightClosed ? new TimeBounds(time.Start + 1, time.End) : new TimeBounds(time.Start, time.End - 1));
            if (windows.Overlap)
            {
                return input => new SlidingWindowOperator(input, windows.All(), aggregates, context.Deadline);
            }

            return input => new TimeWindowOperator(input, isDescending ? windows.Backwards() : windows.All(), isDescending, aggregates, context.Deadline);
        }

        Func<WindowRule> rule = WindowRules.Bind(clause, rows);
        return input => new RowWindowOperator(input, rule(), aggregates);
    }

    private static List<Series> SeriesOf(GroupClause? window, QuerySource source)
    {
        List<Series> found = [];
        Expression? operand = window switch
        {
            GroupClause.Variation variation => variation.Operand,
            GroupClause.Condition condition => condition.Predicate,
            GroupClause.Count count => count.Operand,
            _ => null,
        };
        if (operand is not null)
        {
            ExpressionKinds.Any(operand, inner =>
            {
                if (inner is PathExpression path && source.Find(path) is { } series)
                {
                    found.Add(series);
                }

                return false;
            });
        }

        return found;
    }

    // What cannot give back a value that leaves the window.
    private static void CheckOverlap(IEnumerable<Expression> expressions)
    {
        foreach (Expression expression in expressions)
        {
            ExpressionKinds.Any(expression, static inner => inner is FunctionExpression { Key: "TIME_DURATION" or "COUNT_IF" or "MODE" } call &&
                SqlErrors.Semantic<bool>($"{call.Key} with slidingWindow is not supported now"));
        }
    }

    // What 2.0.1-beta cannot run beside functions with rows of their own.
    private static void CheckPoints(BlockRequest request, PredicatePlanner predicates)
    {
        Expression[] outputs = [.. request.Outputs.OfType<Expression>()];
        if (outputs.Any(static output => ExpressionKinds.Any(output, static inner => inner is CaseExpression)))
        {
            SqlErrors.Execution("CASE expression cannot be used with non-mappable UDF");
        }

        if (outputs.Any(static output => ExpressionKinds.Any(output, static inner => inner is BinaryExpression { Operator.IsLogic: true })))
        {
            SqlErrors.Execution("Index 0 out of bounds for length 0");
        }

        bool isDevice = request.Leading.Count > 0;
        if (outputs.Any(ReadsTimeBeside))
        {
            SqlErrors.Execution("Index 1 out of bounds for length 1");
        }

        if (isDevice && outputs.Length > 1 && (predicates.NeedsRows || request.Where.Any(condition => ReadsBeside(condition, outputs))))
        {
            SqlErrors.Execution("Index 1 out of bounds for length 1");
        }
    }

    private static bool ReadsTimeBeside(Expression output) =>
        output is TimeExpression || (!IsPointCall(output) && output.Children.Any(ReadsTimeBeside));

    public static bool IsPointCall(Expression expression) => expression is FunctionExpression call && PointFunctionTable.Contains(call.Key);

    private static bool ReadsBeside(Expression condition, Expression[] outputs) => ExpressionKinds.Any(condition, read =>
        read is PathExpression path && !outputs.Any(output => ExpressionKinds.Any(output, inner => inner is PathExpression other && other.Path.Equals(path.Path))));

    private static void AddConditions(BlockRequest request, PredicatePlanner predicates)
    {
        predicates.Add(request.Where);
    }

    private static RowOperator Filter(RowOperator input, Evaluator? predicate) => predicate is null ? input : new FilterOperator(input, predicate);
}
