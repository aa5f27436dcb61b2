using System.Globalization;
using IoTDB.Embedded.Sql;
using IoTDB.Embedded.Sql.Expressions;

namespace IoTDB.Embedded.Executing.Aggregating;

/// <summary>A condition on the length of a run: <c>keep &gt;= 2</c>, or a bare number for at least that many.</summary>
internal readonly record struct KeepCondition(BinaryOperator Operator, long Length)
{
    public static KeepCondition Parse(Expression expression)
    {
        switch (expression)
        {
            case ConstantExpression { Kind: ConstantKind.Integer } number:
                return new KeepCondition(BinaryOperator.GreaterOrEqual, ParseLength(number));
            case BinaryExpression { Operator.IsComparison: true, Left: PathExpression left, Right: ConstantExpression { Kind: ConstantKind.Integer } right } comparison
                when left.Path.ToString().Equals("keep", StringComparison.OrdinalIgnoreCase):
                return new KeepCondition(comparison.Operator, ParseLength(right));
            case BinaryExpression { Operator.IsComparison: true, Right: ConstantExpression { Kind: ConstantKind.Real } real }:
                return SqlErrors.Execution<KeepCondition>($"For input string: \"{real}\"");
            case ConstantExpression other:
                return SqlErrors.Execution<KeepCondition>($"For input string: \"{other}\"");
            default:
                return SqlErrors.Semantic<KeepCondition>("The second input expression of Aggregation function [COUNT_IF] or CONDITION must be a keep threshold.");
        }
    }

    public bool Holds(long run) => Operator switch
    {
        BinaryOperator.Equal => run == Length,
        BinaryOperator.NotEqual => run != Length,
        BinaryOperator.Greater => run > Length,
        BinaryOperator.GreaterOrEqual => run >= Length,
        BinaryOperator.Less => run < Length,
        _ => run <= Length,
    };

    private static long ParseLength(ConstantExpression number) =>
        long.TryParse(number.Text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out long length)
            ? length
            : SqlErrors.Semantic<long>($"For input string: \"{number.Text}\"");
}
