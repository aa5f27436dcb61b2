using IoTDB.Embedded.Sql.Expressions;

namespace IoTDB.Embedded.Sql.Parsing;

/// <summary>The condition of DELETE FROM: comparisons of time joined by AND. Source: sql.md section 4.3.</summary>
internal static class DeleteConditionParser
{
    private const string OnlyTime = "For delete statement, where clause can only contain time expressions, value filter is not currently supported.";

    private const string OnlyComparisons = "For delete statement, where clause can only contain atomic expressions like : time > XXX, time <= XXX, "
        + "or two atomic expressions connected by 'AND'";

    public static (long From, long To) Parse(TokenReader reader)
    {
        Expression condition = ExpressionParser.Parse(reader);
        reader.ExpectEnd();
        long from = long.MinValue, to = long.MaxValue;
        Narrow(reader.Sql, condition, ref from, ref to);
        if (from > to)
        {
            SqlErrors.Internal(reader.Sql, $"min:{from} should not be larger than max: {to}");
        }

        return (from, to);
    }

    private static void Narrow(string sql, Expression condition, ref long from, ref long to)
    {
        if (condition is BinaryExpression { Operator: BinaryOperator.And } both)
        {
            Narrow(sql, both.Left, ref from, ref to);
            Narrow(sql, both.Right, ref from, ref to);
            return;
        }

        if (condition is not BinaryExpression { Operator.IsComparison: true } comparison)
        {
            SqlErrors.Semantic(MentionsSeries(condition) ? OnlyTime : OnlyComparisons);
            return;
        }

        // As 2.0.1-beta does: a constant on the left does not mirror the operator (sql.md rule 21).
        ConstantExpression? value = (comparison.Left, comparison.Right) switch
        {
            (TimeExpression, ConstantExpression right) => right,
            (ConstantExpression left, TimeExpression) => left,
            _ => null,
        };
        if (value is null)
        {
            SqlErrors.Semantic(OnlyTime);
        }

        if (value.Kind is not (ConstantKind.Integer or ConstantKind.Instant))
        {
            SqlErrors.Semantic("The datatype of timestamp should be LONG.");
        }

        if (!NumberParser.TryInt64(value.Text, out long time))
        {
            SqlErrors.Internal(sql, $"For input string: \"{value.Text}\"");
        }

        switch (comparison.Operator)
        {
            case BinaryOperator.Equal:
                from = Math.Max(from, time);
                to = Math.Min(to, time);
                break;
            case BinaryOperator.Greater:
                // Beyond the last time the server counts on from the first one.
                from = Math.Max(from, unchecked(time + 1));
                break;
            case BinaryOperator.GreaterOrEqual:
                from = Math.Max(from, time);
                break;
            case BinaryOperator.Less:
                to = Math.Min(to, unchecked(time - 1));
                break;
            case BinaryOperator.LessOrEqual:
                to = Math.Min(to, time);
                break;
            default:
                SqlErrors.Semantic(OnlyComparisons);
                break;
        }
    }

    private static bool MentionsSeries(Expression expression) => expression is PathExpression || expression.Children.Any(MentionsSeries);
}
