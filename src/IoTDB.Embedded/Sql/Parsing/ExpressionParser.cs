using System.Collections.Immutable;
using IoTDB.Embedded.Sql.Expressions;
using IoTDB.Embedded.Sql.Lexing;

namespace IoTDB.Embedded.Sql.Parsing;

/// <summary>Expressions, with the binding of the server's grammar. Source: sql.md sections 2.5 and 10.1.</summary>
internal static class ExpressionParser
{
    public static Expression Parse(TokenReader reader) => reader.Nested(static inner => ParseOr(inner, int.MaxValue));

    // "limit" is the index of the AND that belongs to an enclosing BETWEEN.
    private static Expression ParseOr(TokenReader reader, int limit)
    {
        Expression left = ParseAnd(reader, limit);
        while (reader.Position != limit && (reader.TryKind(TokenKind.Or) || reader.TryWord("OR")))
        {
            left = new BinaryExpression(BinaryOperator.Or, left, ParseAnd(reader, limit));
        }

        return left;
    }

    private static Expression ParseAnd(TokenReader reader, int limit)
    {
        Expression left = ParsePredicate(reader, limit);
        while (reader.Position != limit && (reader.TryKind(TokenKind.And) || reader.TryWord("AND")))
        {
            left = new BinaryExpression(BinaryOperator.And, left, ParsePredicate(reader, limit));
        }

        return left;
    }

    private static Expression ParsePredicate(TokenReader reader, int limit)
    {
        Expression left = ParseComparison(reader);
        while (reader.Position != limit)
        {
            bool isNot = IsNot(reader.Current, reader) && reader.IsAnyWord(reader.Peek(), "BETWEEN", "LIKE", "REGEXP", "IN", "CONTAINS");
            Token word = isNot ? reader.Peek() : reader.Current;
            if (!reader.IsAnyWord(word, "BETWEEN", "LIKE", "REGEXP", "IN", "CONTAINS", "IS"))
            {
                return left;
            }

            reader.Position += isNot ? 2 : 1;
            left = reader.TextOf(word).ToUpperInvariant() switch
            {
                "BETWEEN" => ParseBetween(reader, left, isNot),
                "LIKE" => ParseLike(reader, left, isNot),
                "REGEXP" => new RegexpExpression(left, ConstantParser.ParseText(reader), isNot),
                "IS" => ParseIsNull(reader, left),
                _ => ParseIn(reader, left, isNot),
            };
        }

        return left;
    }

    private static BetweenExpression ParseBetween(TokenReader reader, Expression operand, bool isNot)
    {
        // The first bound swallows every AND but the last of this level (sql.md rule 6).
        int separator = BetweenScanner.LastAnd(reader);
        Expression low = reader.Nested(inner => ParseOr(inner, separator));
        if (reader.Position != separator)
        {
            reader.Fail("AND");
        }

        reader.Advance();
        Expression high = ParseComparison(reader);
        return new BetweenExpression(operand, low, high, isNot);
    }

    private static LikeExpression ParseLike(TokenReader reader, Expression operand, bool isNot)
    {
        string pattern = ConstantParser.ParseText(reader);
        if (!reader.TryWord("ESCAPE"))
        {
            return new LikeExpression(operand, pattern, null, isNot);
        }

        string escape = ConstantParser.ParseText(reader);
        return escape.Length == 1
            ? new LikeExpression(operand, pattern, escape[0], isNot)
            : SqlErrors.Semantic<LikeExpression>("Escape string must be a single character");
    }

    private static IsNullExpression ParseIsNull(TokenReader reader, Expression operand)
    {
        bool isNot = IsNot(reader.Current, reader);
        if (isNot)
        {
            reader.Advance();
        }

        reader.ExpectWord("NULL");
        return new IsNullExpression(operand, isNot);
    }

    private static InExpression ParseIn(TokenReader reader, Expression operand, bool isNot)
    {
        ImmutableArray<ConstantExpression>.Builder values = ImmutableArray.CreateBuilder<ConstantExpression>();
        reader.Expect(TokenKind.OpenBracket);
        do
        {
            ConstantExpression value = ConstantParser.Parse(reader);
            if (!values.Any(known => known.Text == value.Text))
            {
                values.Add(value);
            }
        }
        while (reader.TryKind(TokenKind.Comma));
        reader.Expect(TokenKind.CloseBracket);
        return new InExpression(operand, values.ToImmutable(), isNot);
    }

    private static Expression ParseComparison(TokenReader reader)
    {
        Expression left = ParseSum(reader);
        while (reader.Kind is >= TokenKind.Equal and <= TokenKind.GreaterOrEqual)
        {
            BinaryOperator op = reader.Kind switch
            {
                TokenKind.Equal => BinaryOperator.Equal,
                TokenKind.NotEqual => BinaryOperator.NotEqual,
                TokenKind.Less => BinaryOperator.Less,
                TokenKind.LessOrEqual => BinaryOperator.LessOrEqual,
                TokenKind.Greater => BinaryOperator.Greater,
                _ => BinaryOperator.GreaterOrEqual,
            };
            reader.Advance();
            left = new BinaryExpression(op, left, ParseSum(reader));
        }

        return left;
    }

    private static Expression ParseSum(TokenReader reader)
    {
        Expression left = ParseProduct(reader);
        while (reader.Kind is TokenKind.Plus or TokenKind.Minus)
        {
            BinaryOperator op = reader.Kind == TokenKind.Plus ? BinaryOperator.Add : BinaryOperator.Subtract;
            reader.Advance();
            left = new BinaryExpression(op, left, ParseProduct(reader));
        }

        return left;
    }

    private static Expression ParseProduct(TokenReader reader)
    {
        Expression left = ParseUnary(reader);
        while (reader.Kind is TokenKind.Star or TokenKind.Slash or TokenKind.Percent)
        {
            BinaryOperator op = reader.Kind switch
            {
                TokenKind.Star => BinaryOperator.Multiply,
                TokenKind.Slash => BinaryOperator.Divide,
                _ => BinaryOperator.Modulo,
            };
            reader.Advance();
            left = new BinaryExpression(op, left, ParseUnary(reader));
        }

        return left;
    }

    private static Expression ParseUnary(TokenReader reader)
    {
        if (ConstantParser.TryParse(reader) is { } constant)
        {
            return constant;
        }

        if (reader.TryKind(TokenKind.Plus))
        {
            return reader.Nested(static inner => ParseUnary(inner));
        }

        if (reader.TryKind(TokenKind.Minus))
        {
            return new UnaryExpression(UnaryOperator.Negate, reader.Nested(static inner => ParseUnary(inner)));
        }

        // NOT is a name where nothing that it could negate follows.
        if (IsNot(reader.Current, reader) && (reader.Kind == TokenKind.Not || StartsOperand(reader)))
        {
            reader.Advance();
            return new UnaryExpression(UnaryOperator.Not, reader.Nested(static inner => ParseUnary(inner)));
        }

        return PrimaryParser.Parse(reader);
    }

    private static bool StartsOperand(TokenReader reader) => reader.Peek().Kind switch
    {
        TokenKind.End or TokenKind.Comma or TokenKind.CloseBracket or TokenKind.Dot => false,
        TokenKind.Word => !reader.IsAnyWord(reader.Peek(), "FROM", "AS", "AND", "OR", "IN", "IS"),
        >= TokenKind.Equal and <= TokenKind.Or => false,
        _ => true,
    };

    private static bool IsNot(Token token, TokenReader reader) => token.Kind == TokenKind.Not || reader.IsWord(token, "NOT");
}
