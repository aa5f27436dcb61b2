using System.Collections.Immutable;
using System.Globalization;
using IoTDB.Embedded.Paths;
using IoTDB.Embedded.Sql.Expressions;
using IoTDB.Embedded.Sql.Lexing;

namespace IoTDB.Embedded.Sql.Parsing;

/// <summary>What an expression is made of: brackets, time, CASE, calls and paths.</summary>
internal static class PrimaryParser
{
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
        Expression? special = name.ToUpperInvariant() switch
        {
            "CAST" => ParseCast(reader),
            "ROUND" => ParseRound(reader),
            "REPLACE" => ParseReplace(reader),
            "SUBSTRING" => ParseSubstring(reader),
            _ => null,
        };
        Expression call = special ?? ParseArguments(reader, name);
        reader.Expect(TokenKind.CloseBracket);
        return call;
    }

    private static FunctionExpression ParseArguments(TokenReader reader, string name)
    {
        ImmutableArray<Expression>.Builder arguments = ImmutableArray.CreateBuilder<Expression>();
        ImmutableArray<KeyValuePair<string, string>>.Builder attributes = ImmutableArray.CreateBuilder<KeyValuePair<string, string>>();
        do
        {
            Expression argument = ExpressionParser.Parse(reader);
            // Attributes arrive as comparisons of two literals.
            if (argument is BinaryExpression { Operator: BinaryOperator.Equal, Left: ConstantExpression key, Right: ConstantExpression value })
            {
                attributes.Add(new KeyValuePair<string, string>(key.Text, value.Text));
            }
            else
            {
                arguments.Add(argument);
            }
        }
        while (reader.TryKind(TokenKind.Comma));
        return new FunctionExpression(name, arguments.ToImmutable(), attributes.ToImmutable());
    }

    private static CastExpression ParseCast(TokenReader reader)
    {
        Expression operand = ExpressionParser.Parse(reader);
        reader.ExpectWord("AS");
        // "timestamp" is no identifier but a type all the same.
        string type = reader.IsWord("TIMESTAMP") ? reader.Take() : NameParser.ParseNameOrLiteral(reader);
        return new CastExpression(operand, type);
    }

    private static RoundExpression ParseRound(TokenReader reader)
    {
        Expression operand = ExpressionParser.Parse(reader);
        return new RoundExpression(operand, reader.TryKind(TokenKind.Comma) ? ParseInteger(reader) : null);
    }

    private static ReplaceExpression ParseReplace(TokenReader reader)
    {
        Expression operand = ExpressionParser.Parse(reader);
        reader.Expect(TokenKind.Comma);
        string from = ConstantParser.ParseText(reader);
        reader.Expect(TokenKind.Comma);
        return new ReplaceExpression(operand, from, ConstantParser.ParseText(reader));
    }

    private static SubstringExpression ParseSubstring(TokenReader reader)
    {
        Expression operand = ExpressionParser.Parse(reader);
        if (reader.TryWord("FROM"))
        {
            int from = ParseInteger(reader);
            return new SubstringExpression(operand, from, reader.TryWord("FOR") ? ParseInteger(reader) : null, IsStandard: true);
        }

        reader.Expect(TokenKind.Comma);
        int start = ParseInteger(reader);
        return new SubstringExpression(operand, start, reader.TryKind(TokenKind.Comma) ? ParseInteger(reader) : null, IsStandard: false);
    }

    private static int ParseInteger(TokenReader reader)
    {
        bool negative = reader.Kind == TokenKind.Minus;
        if (reader.Kind is TokenKind.Minus or TokenKind.Plus)
        {
            reader.Advance();
        }

        string digits = reader.Expect(TokenKind.Integer, "INTEGER_LITERAL");
        if (!int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out int value))
        {
            SqlErrors.Semantic($"For input string: \"{digits}\"");
        }

        return negative ? -value : value;
    }
}
