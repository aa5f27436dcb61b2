using IoTDB.Embedded.Executing.Aggregating;
using IoTDB.Embedded.Executing.Evaluating;
using IoTDB.Embedded.Sql;
using IoTDB.Embedded.Sql.Expressions;
using IoTDB.Embedded.Sql.Statements;

namespace IoTDB.Embedded.Executing.Planning;

/// <summary>Binds expressions over aggregates: a call becomes a slot of the aggregated row, its arguments are read from the source.</summary>
internal sealed class AggregateBinder(AggregateSet aggregates, ExpressionBinder rows, EmbeddedQueryLimits limits) : ILeafBinder
{
    private readonly HashSet<string> _fed = new(StringComparer.Ordinal);
    private bool _readsTime;
    private bool _computes;

    /// <summary>The text under which calls are merged: the call itself, or what GROUP BY LEVEL makes of it.</summary>
    public Func<FunctionExpression, string> KeyOf { get; set; } = static call => call.ToString();


    /// <summary>True once an aggregate cannot be had from the statistics the server keeps.</summary>
    public bool NeedsRows { get; private set; }

    /// <summary>Refuses what the server cannot run beside an aggregate of the time: anything computed from rows.</summary>
    public void CheckTime(GroupClause? window, bool filtersRows)
    {
        if (!_readsTime)
        {
            return;
        }

        Expression? grouping = window switch
        {
            GroupClause.Variation variation => variation.Operand,
            GroupClause.Condition condition => condition.Predicate,
            GroupClause.Count count => count.Operand,
            _ => null,
        };
        if (_computes || grouping is not (null or PathExpression))
        {
            SqlErrors.Execution("Index 1 out of bounds for length 1");
        }

        if (filtersRows)
        {
            SqlErrors.Execution("Cannot find column [Time] in child's output");
        }
    }

    public Evaluator BindPath(PathExpression path) =>
        SqlErrors.Semantic<Evaluator>("Raw data and aggregation result hybrid calculation is not supported.");

    public Evaluator? BindCall(FunctionExpression call)
    {
        if (!AggregateTable.IsAggregate(call))
        {
            return null;
        }

        string key = KeyOf(call);
        string input = $"{key} <- {call}";
        if (aggregates.TryFind(key, out int slot))
        {
            if (_fed.Add(input))
            {
                aggregates[slot].Inputs.Add(BindInput(call).Input);
            }

            return new SlotEvaluator(aggregates[slot].Function.Type, slot);
        }

        _fed.Add(input);
        (AggregateInput bound, Evaluator[] evaluators) = BindInput(call);
        if (evaluators.Any(static evaluator => evaluator is NullEvaluator))
        {
            return new NullEvaluator();
        }

        AggregateFunction function = AggregateTable.Bind(call, evaluators, limits);
        return new SlotEvaluator(function.Type, aggregates.Add(key, function, bound));
    }

    private (AggregateInput Input, Evaluator[] Evaluators) BindInput(FunctionExpression call)
    {
        if (call.Key == "COUNT_TIME")
        {
            // Counts the rows of the series that the source reads.
            TimeEvaluator time = new();
            return (new AggregateInput(time, null), [time]);
        }

        Expression[] arguments = [.. call.Arguments.Take(AggregateTable.InputsOf(call))];
        _readsTime |= arguments.Any(static argument => argument is TimeExpression);
        _computes |= arguments.Any(static argument => argument is not (TimeExpression or PathExpression));
        NeedsRows |= _computes || !AggregateTable.HasStatistics(call.Key);
        Evaluator[] evaluators = [.. arguments.Select(rows.Bind)];
        AggregateInput input = new(evaluators[0], evaluators.Length > 1 ? evaluators[1] : null)
        {
            Call = call.ToString(),
            Path = arguments.OfType<PathExpression>().FirstOrDefault()?.ToString() ?? string.Empty,
        };
        return (input, evaluators);
    }
}
