using System.Globalization;
using System.Text;

namespace IoTDB.Embedded.Sql.Expressions;

/// <summary>Prints expressions as the server does in result headers. Source: sql.md section 5.3.</summary>
internal static class ExpressionPrinter
{
    public static string Print(Expression expression)
    {
        StringBuilder output = new();
        Write(output, expression);
        return output.ToString();
    }

    private static void Write(StringBuilder output, Expression expression)
    {
        switch (expression)
        {
            case ConstantExpression constant:
                output.Append(constant.Kind switch
                {
                    ConstantKind.Text => $"\"{constant.Text}\"",
                    ConstantKind.Boolean => constant.Text.ToLowerInvariant(),
                    _ => constant.Text,
                });
                break;
            case PathExpression path:
                output.Append(path.Path);
                break;
            case TimeExpression:
                output.Append("Time");
                break;
            case UnaryExpression unary:
                WriteUnary(output, unary);
                break;
            case BinaryExpression binary:
                WriteOperand(output, binary.Left, binary.Priority);
                output.Append(' ').Append(binary.Operator.Symbol).Append(' ');
                WriteOperand(output, binary.Right, binary.Priority);
                break;
            case BetweenExpression between:
                Write(output, between.Operand);
                output.Append(between.IsNot ? " NOT BETWEEN " : " BETWEEN ");
                Write(output, between.Low);
                output.Append(" AND ");
                Write(output, between.High);
                break;
            case IsNullExpression isNull:
                Write(output, isNull.Operand);
                output.Append(isNull.IsNot ? " IS NOT NULL" : " IS NULL");
                break;
            case InExpression membership:
                WriteBare(output, membership.Operand);
                output.Append(membership.IsNot ? " NOT IN (" : " IN (")
                    .AppendJoin(',', membership.Values.Select(value => value.Text)).Append(')');
                break;
            case LikeExpression like:
                Write(output, like.Operand);
                output.Append(like.IsNot ? " NOT LIKE " : " LIKE ").Append(CultureInfo.InvariantCulture, $"pattern = '{like.Pattern}'");
                if (like.Escape is { } escape)
                {
                    output.Append(CultureInfo.InvariantCulture, $" escape = '{escape}'");
                }

                break;
            case RegexpExpression regexp:
                Write(output, regexp.Operand);
                output.Append(regexp.IsNot ? " NOT REGEXP " : " REGEXP ").Append('\'').Append(regexp.Pattern).Append('\'');
                break;
            case CaseExpression choice:
                WriteCase(output, choice);
                break;
            default:
                WriteCall(output, expression);
                break;
        }
    }

    private static void WriteUnary(StringBuilder output, UnaryExpression unary)
    {
        output.Append(unary.Operator == UnaryOperator.Negate ? '-' : '!');
        WriteBare(output, unary.Operand);
    }

    // Whatever is no name, call or plain literal stands in brackets.
    private static void WriteBare(StringBuilder output, Expression operand)
    {
        bool bare = operand is FunctionExpression or PathExpression or CastExpression or RoundExpression or ReplaceExpression or SubstringExpression
            || operand is ConstantExpression { IsNegativeNumber: false };
        if (bare)
        {
            Write(output, operand);
            return;
        }

        output.Append('(');
        Write(output, operand);
        output.Append(')');
    }

    private static void WriteOperand(StringBuilder output, Expression operand, int priority)
    {
        bool brackets = operand.Priority < priority;
        if (brackets)
        {
            output.Append('(');
        }

        Write(output, operand);
        if (brackets)
        {
            output.Append(')');
        }
    }

    private static void WriteCase(StringBuilder output, CaseExpression choice)
    {
        output.Append("CASE ");
        foreach (CaseBranch branch in choice.Branches)
        {
            output.Append("WHEN ");
            Write(output, branch.When);
            output.Append(" THEN ");
            Write(output, branch.Then);
            output.Append(' ');
        }

        if (choice.Otherwise is not null)
        {
            output.Append("ELSE ");
            Write(output, choice.Otherwise);
            output.Append(' ');
        }

        output.Append("END");
    }

    private static void WriteCall(StringBuilder output, Expression expression)
    {
        switch (expression)
        {
            case CastExpression cast:
                output.Append(CultureInfo.InvariantCulture, $"{cast.Name}({cast.Operand} AS {cast.TypeName})");
                break;
            case RoundExpression round:
                string places = round.HasAttributes ? ",null" : round.PlacesText is { } text ? "," + text : string.Empty;
                output.Append(CultureInfo.InvariantCulture, $"{round.Name}({round.Operand}{places})");
                break;
            case ReplaceExpression replace:
                output.Append(CultureInfo.InvariantCulture, $"REPLACE({replace.Operand}, '{replace.From}', '{replace.To}')");
                break;
            case SubstringExpression { IsStandard: true } substring:
                output.Append(CultureInfo.InvariantCulture, $"{substring.Name}({substring.Operand} FROM {substring.Start}");
                output.Append(substring.Length is { } count ? string.Create(CultureInfo.InvariantCulture, $" FOR {count})") : ")");
                break;
            case SubstringExpression substring:
                output.Append(CultureInfo.InvariantCulture, $"{substring.Name}({substring.Operand},{substring.Start}");
                output.Append(substring.Length is { } length ? string.Create(CultureInfo.InvariantCulture, $",{length})") : ")");
                break;
            case FunctionExpression function:
                output.Append(function.Name).Append('(').AppendJoin(", ", function.Arguments);
                foreach ((string key, string value) in function.Attributes)
                {
                    output.Append(CultureInfo.InvariantCulture, $", \"{key}\"=\"{value}\"");
                }

                output.Append(')');
                break;
        }
    }
}
