using IoTDB.Embedded.Executing.Aggregating;
using IoTDB.Embedded.Sql;
using IoTDB.Embedded.Sql.Expressions;

namespace IoTDB.Embedded.Executing.Planning;

/// <summary>Whether expressions read rows, aggregate them, or neither.</summary>
internal static class ExpressionKinds
{
    private const string Hybrid = "Raw data and aggregation result hybrid calculation is not supported.";

    /// <summary>True for an aggregation, false for rows, null for literals alone; refuses mixtures and aggregates of aggregates.</summary>
    public static bool? IsAggregation(Expression expression)
    {
        if (AggregateTable.IsAggregate(expression))
        {
            CheckAggregate((FunctionExpression)expression);
            return true;
        }

        if (expression is PathExpression or TimeExpression)
        {
            return false;
        }

        bool? kind = null;
        foreach (Expression child in expression.Children)
        {
            bool? childKind = IsAggregation(child);
            if (kind is not null && childKind is not null && kind != childKind)
            {
                SqlErrors.Semantic(Hybrid);
            }

            kind ??= childKind;
        }

        if (kind is null && expression is FunctionExpression)
        {
            SqlErrors.Semantic($"Invalid function expression, all the arguments are constant operands: {expression}");
        }

        return kind;
    }

    public static bool ReadsSeries(Expression expression) => expression is PathExpression || expression.Children.Any(ReadsSeries);

    public static bool ReadsTime(Expression expression) => expression is TimeExpression || expression.Children.Any(ReadsTime);

    public static bool Any(Expression expression, Func<Expression, bool> test) => test(expression) || expression.Children.Any(child => Any(child, test));

    private static void CheckAggregate(FunctionExpression call)
    {
        if (call.Arguments.Length > 0 && call.Arguments.All(argument => argument is ConstantExpression))
        {
            SqlErrors.Semantic($"Invalid function expression, all the arguments are constant operands: {call}");
        }

        AggregateTable.CheckArguments(call);
        if (call.Arguments.Any(argument => Any(argument, AggregateTable.IsAggregate)))
        {
            SqlErrors.Semantic("Aggregation results cannot be as input of the aggregation function.");
        }

        if (call.Key == "COUNT_TIME" && call.Arguments[0] is not PathExpression { Path: { Length: 1, Last: "*" } })
        {
            SqlErrors.Semantic("The parameter of count_time aggregation can only be '*'.");
        }
    }
}
