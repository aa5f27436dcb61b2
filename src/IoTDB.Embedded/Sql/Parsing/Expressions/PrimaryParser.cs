using System.Collections.Immutable;
using IoTDB.Embedded.Paths;
using IoTDB.Embedded.Sql.Expressions;
using IoTDB.Embedded.Sql.Lexing;

namespace IoTDB.Embedded.Sql.Parsing;

/// <summary>What an expression is made of: brackets, time, CASE, calls and paths.</summary>
internal static class PrimaryParser
{
    // The one function whose name is printed in lower case however it was written.
    private const string CountTime = "count_time";

    public static Expression Parse(TokenReader reader)
    {
        if (reader.TryKind(TokenKind.OpenBracket))
        {
            Expression inner = ExpressionParser.Parse(reader);
            reader.Expect(TokenKind.CloseBracket);
            return inner;
        }

        if (reader.IsWord("TIME") || reader.IsWord("TIMESTAMP"))
        {
            reader.Advance();
            return TimeExpression.Instance;
        }

        if (reader.IsWord("CASE") && !reader.IsAnyWord(reader.Peek(), "FROM", "AS") && reader.Peek().Kind is not (TokenKind.Comma or TokenKind.Dot or TokenKind.End))
        {
            return reader.Nested(static inner => ParseCase(inner));
        }

        if (NameParser.IsName(reader, reader.Current) && reader.Peek().Kind == TokenKind.OpenBracket)
        {
            return reader.Nested(static inner => ParseCall(inner));
        }

        if (!PathParser.StartsPath(reader))
        {
            reader.Fail("an expression");
        }

        TreePath path = PathParser.ParseInExpression(reader, out bool isFull);
        return new PathExpression(path, isFull);
    }

    private static CaseExpression ParseCase(TokenReader reader)
    {
        reader.ExpectWord("CASE");
        Expression? operand = reader.IsWord("WHEN") ? null : ExpressionParser.Parse(reader);
        ImmutableArray<CaseBranch>.Builder branches = ImmutableArray.CreateBuilder<CaseBranch>();
        while (reader.TryWord("WHEN"))
        {
            Expression when = ExpressionParser.Parse(reader);
            reader.ExpectWord("THEN");
            Expression then = ExpressionParser.Parse(reader);
            branches.Add(new CaseBranch(operand is null ? when : new BinaryExpression(BinaryOperator.Equal, operand, when), then));
        }

        if (branches.Count == 0)
        {
            reader.Fail("WHEN");
        }

        Expression? otherwise = reader.TryWord("ELSE") ? ExpressionParser.Parse(reader) : null;
        reader.ExpectWord("END");
        return new CaseExpression(branches.ToImmutable(), otherwise);
    }

    private static Expression ParseCall(TokenReader reader)
    {
        string name = NameParser.ParseIdentifier(reader);
        reader.Expect(TokenKind.OpenBracket);
        Expression first = ExpressionParser.Parse(reader);
        int behindFirst = reader.Position;
        if (ScalarCallParser.IsScalar(name))
        {
            if (ScalarCallParser.TryParse(reader, name, first, out Expression? scalar))
            {
                return scalar;
            }

            reader.Position = behindFirst;
        }

        FunctionExpression call = ParseArguments(reader, name, first);
        reader.Expect(TokenKind.CloseBracket);
        return ScalarCallParser.Convert(call);
    }

    private static FunctionExpression ParseArguments(TokenReader reader, string name, Expression first)
    {
        ImmutableArray<Expression>.Builder arguments = ImmutableArray.CreateBuilder<Expression>();
        ImmutableArray<KeyValuePair<string, string>>.Builder attributes = ImmutableArray.CreateBuilder<KeyValuePair<string, string>>();
        Expression argument = first;
        while (true)
        {
            // Attributes arrive as comparisons of two literals.
            if (argument is BinaryExpression { Operator: BinaryOperator.Equal, Left: ConstantExpression key, Right: ConstantExpression value })
            {
                attributes.Add(new KeyValuePair<string, string>(key.Text, value.Text));
            }
            else
            {
                arguments.Add(argument);
            }

            if (!reader.TryKind(TokenKind.Comma))
            {
                break;
            }

            argument = ExpressionParser.Parse(reader);
        }

        bool isCountTime = name.Equals(CountTime, StringComparison.OrdinalIgnoreCase);
        return new FunctionExpression(isCountTime ? CountTime : name, arguments.ToImmutable(), attributes.ToImmutable());
    }
}
