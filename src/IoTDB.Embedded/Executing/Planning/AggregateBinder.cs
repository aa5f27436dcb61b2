using IoTDB.Embedded.Executing.Aggregating;
using IoTDB.Embedded.Executing.Evaluating;
using IoTDB.Embedded.Sql;
using IoTDB.Embedded.Sql.Expressions;

namespace IoTDB.Embedded.Executing.Planning;

/// <summary>Binds expressions over aggregates: a call becomes a slot of the aggregated row, its arguments are read from the source.</summary>
internal sealed class AggregateBinder(AggregateSet aggregates, ExpressionBinder rows, EmbeddedQueryLimits limits) : ILeafBinder
{
    private readonly HashSet<string> _fed = new(StringComparer.Ordinal);

    /// <summary>The text under which calls are merged: the call itself, or what GROUP BY LEVEL makes of it.</summary>
    public Func<FunctionExpression, string> KeyOf { get; set; } = static call => call.ToString();

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

        Evaluator[] evaluators = [.. call.Arguments.Take(AggregateTable.InputsOf(call)).Select(rows.Bind)];
        return (new AggregateInput(evaluators[0], evaluators.Length > 1 ? evaluators[1] : null), evaluators);
    }
}
