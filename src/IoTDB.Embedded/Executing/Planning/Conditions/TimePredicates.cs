using System.Globalization;
using IoTDB.Embedded.Sql;
using IoTDB.Embedded.Sql.Expressions;

namespace IoTDB.Embedded.Executing.Planning;

/// <summary>Conditions over time alone.</summary>
internal static class TimePredicates
{
    /// <summary>The condition as 2.0.1-beta reads it: a constant on the left does not mirror the operator, literals must be integers.</summary>
    public static Expression AsServer(Expression expression, string sql)
    {
        switch (expression)
        {
            case BinaryExpression { Operator.IsComparison: true, Left: ConstantExpression constant, Right: TimeExpression time } reversed:
                ExpectInteger(constant, sql);
                return reversed with { Left = time, Right = constant };
            case BinaryExpression { Operator.IsComparison: true, Left: TimeExpression, Right: ConstantExpression constant }:
                ExpectInteger(constant, sql);
                return expression;
            case BinaryExpression { Operator.IsLogic: true } logic:
                return logic with { Left = AsServer(logic.Left, sql), Right = AsServer(logic.Right, sql) };
            case UnaryExpression { Operator: UnaryOperator.Not } not:
                return not with { Operand = AsServer(not.Operand, sql) };
            case BetweenExpression { Operand: TimeExpression, Low: ConstantExpression low, High: ConstantExpression high }:
                ExpectInteger(low, sql);
                ExpectInteger(high, sql);
                return expression;
            case InExpression { Operand: TimeExpression } membership:
                ConstantExpression? wrong = membership.Values.FirstOrDefault(static value => !TryTime(value, out _));
                if (wrong is not null)
                {
                    SqlErrors.Internal(sql, $"For input string: \"{wrong.Text}\"");
                }

                return expression;
            case IsNullExpression { Operand: TimeExpression, IsNot: true }:
                return SqlErrors.Execution<Expression>("TIMESTAMP does not support IS NULL/IS NOT NULL");
            default:
                return expression;
        }
    }

    /// <summary>A range that holds every time for which the condition may be true.</summary>
    public static TimeBounds BoundsOf(Expression expression)
    {
        switch (expression)
        {
            case BinaryExpression { Operator: BinaryOperator.And } both:
                return BoundsOf(both.Left).Intersect(BoundsOf(both.Right));
            case BinaryExpression { Operator: BinaryOperator.Or } either:
                return BoundsOf(either.Left).Span(BoundsOf(either.Right));
            case BinaryExpression { Operator.IsComparison: true, Left: TimeExpression, Right: ConstantExpression constant } comparison
                when TryTime(constant, out long time):
                return Compare(comparison.Operator, time);
            case BetweenExpression { Operand: TimeExpression, IsNot: false, Low: ConstantExpression low, High: ConstantExpression high }
                when TryTime(low, out long from) && TryTime(high, out long to):
                return new TimeBounds(from, to);
            default:
                return TimeBounds.All;
        }
    }

    private static TimeBounds Compare(BinaryOperator op, long time) => op switch
    {
        BinaryOperator.Equal => new TimeBounds(time, time),
        BinaryOperator.Greater => time == long.MaxValue ? TimeBounds.None : new TimeBounds(time + 1, long.MaxValue),
        BinaryOperator.GreaterOrEqual => new TimeBounds(time, long.MaxValue),
        BinaryOperator.Less => time == long.MinValue ? TimeBounds.None : new TimeBounds(long.MinValue, time - 1),
        BinaryOperator.LessOrEqual => new TimeBounds(long.MinValue, time),
        _ => TimeBounds.All,
    };

    private static void ExpectInteger(ConstantExpression constant, string sql)
    {
        string message = $"For input string: \"{constant.Text}\"";
        if (constant.Kind == ConstantKind.Real)
        {
            SqlErrors.Execution(message);
        }

        if (constant.Kind == ConstantKind.Integer && !TryTime(constant, out _))
        {
            SqlErrors.Internal(sql, message);
        }
    }

    private static bool TryTime(ConstantExpression constant, out long time) =>
        long.TryParse(constant.Text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out time) &&
        constant.Kind is ConstantKind.Integer or ConstantKind.Instant;
}
