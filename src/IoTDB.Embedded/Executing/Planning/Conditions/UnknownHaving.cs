using IoTDB.Embedded.Executing.Aggregating;
using IoTDB.Embedded.Sql;
using IoTDB.Embedded.Sql.Expressions;

namespace IoTDB.Embedded.Executing.Planning;

/// <summary>HAVING over series that do not exist, as 2.0.1-beta: it counts nothing, knows no times, and fails where it needs a type.</summary>
/// <remarks>Source: recordings.</remarks>
internal static class UnknownHaving
{
    private static readonly ConstantExpression s_nothing = new(ConstantKind.Integer, "0");

    /// <summary>The conditions with what is counted over such series replaced; aggregates of their times read as null.</summary>
    public static IEnumerable<Expression> Fold(IEnumerable<Expression> conditions, Func<PathExpression, bool> exists, string sql)
    {
        UnknownSeries unknown = new(exists);
        return [.. conditions.Select(condition => Fold(condition, unknown, sql))];
    }

    /// <summary>Refuses, by device, what needs the type of a measurement the device lacks.</summary>
    public static void CheckDevice(Expression condition, Func<PathExpression, bool> exists, string sql)
    {
        UnknownSeries unknown = new(exists);
        if (condition is BinaryExpression { Operator.IsComparison: true } comparison)
        {
            foreach (Expression side in comparison.Children)
            {
                if (side is FunctionExpression { Key: "FIRST_VALUE" or "LAST_VALUE" or "MIN_VALUE" or "MAX_VALUE" or "EXTREME" or "MODE" } && unknown.IsUnknown(side))
                {
                    SqlErrors.Semantic($"Invalid input expression data type. expression: {side}, actual data type: UNKNOWN.");
                }
            }
        }

        if (IsNumeric(condition) && unknown.IsUnknown(condition))
        {
            SqlErrors.Internal(sql, "Unsupported dataType: UNKNOWN");
        }

        foreach (Expression child in condition.Children)
        {
            CheckDevice(child, exists, sql);
        }
    }

    private static Expression Fold(Expression expression, UnknownSeries unknown, string sql)
    {
        if (!AggregateTable.IsAggregate(expression))
        {
            return expression.Children.Count == 0 ? expression : expression.WithChildren([.. expression.Children.Select(child => Fold(child, unknown, sql))]);
        }

        FunctionExpression call = (FunctionExpression)expression;
        bool[] isUnknown = [.. call.Arguments.Select(unknown.IsUnknown)];
        if (!isUnknown.Contains(true))
        {
            return expression;
        }

        if (call.Arguments.Any(argument => argument is BinaryExpression { Operator.IsArithmetic: true } or UnaryExpression && unknown.IsUnknown(argument)))
        {
            SqlErrors.Execution("Unsupported Type");
        }

        switch (call.Key)
        {
            case "COUNT" or "COUNT_IF":
                return s_nothing;
            case "MIN_TIME" or "MAX_TIME" or "TIME_DURATION":
                return expression;
            case "MAX_BY" or "MIN_BY" when !isUnknown[0]:
                return SqlErrors.Execution<Expression>("Cannot invoke \"TSDataType.ordinal()\" because \"dataType\" is null");
            default:
                if (IsNumeric(call))
                {
                    SqlErrors.Execution("Cannot invoke \"TSDataType.ordinal()\" because \"this.seriesDataType\" is null");
                }

                SqlErrors.Internal(sql, $"Expression is not analyzed: {call}");
                return expression;
        }
    }

    private static bool IsNumeric(Expression expression) => expression is FunctionExpression
    {
        Key: "SUM" or "AVG" or "STDDEV" or "STDDEV_POP" or "STDDEV_SAMP" or "VARIANCE" or "VAR_POP" or "VAR_SAMP",
    };
}
