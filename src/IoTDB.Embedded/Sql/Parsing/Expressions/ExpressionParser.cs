using System.Collections.Immutable;
using IoTDB.Embedded.Sql.Expressions;
using IoTDB.Embedded.Sql.Lexing;

namespace IoTDB.Embedded.Sql.Parsing;

/// <summary>Expressions, with the binding of the server's grammar. Source: sql.md sections 2.5 and 10.1.</summary>
internal static class ExpressionParser
{
    // What walks an expression does so by recursion; a chain of operators is as deep as it is long.
    private const int DeepestExpression = 1_000;

    // AND and OR do not mind how they are grouped, so long chains of them become broad instead of deep.
    private const int LongestChain = 64;

    public static Expression Parse(TokenReader reader)
    {
        bool isOutermost = !reader.IsNested;
        int start = reader.Position;
        Expression expression = reader.Nested(static inner => ParseOr(inner, int.MaxValue));
        if (isOutermost && reader.Position - start > DeepestExpression && ExpressionHeight.Exceeds(expression, DeepestExpression))
        {
            throw reader.TooDeep(DeepestExpression);
        }

        return expression;
    }

    // "limit" is the index of the AND that belongs to an enclosing BETWEEN.
    private static Expression ParseOr(TokenReader reader, int limit)
    {
        Expression first = ParseAnd(reader, limit);
        List<Expression>? chain = null;
        while (reader.Position != limit && (reader.TryKind(TokenKind.Or) || reader.TryWord("OR")))
        {
            (chain ??= [first]).Add(ParseAnd(reader, limit));
        }

        return chain is null ? first : Join(BinaryOperator.Or, chain, 0, chain.Count);
    }

    private static Expression ParseAnd(TokenReader reader, int limit)
    {
        Expression first = ParsePredicate(reader, limit);
        List<Expression>? chain = null;
        while (reader.Position != limit && (reader.TryKind(TokenKind.And) || reader.TryWord("AND")))
        {
            (chain ??= [first]).Add(ParsePredicate(reader, limit));
        }

        return chain is null ? first : Join(BinaryOperator.And, chain, 0, chain.Count);
    }

    private static Expression Join(BinaryOperator op, List<Expression> chain, int start, int count)
    {
        if (count > LongestChain)
        {
            return new BinaryExpression(op, Join(op, chain, start, count / 2), Join(op, chain, start + (count / 2), count - (count / 2)));
        }

        Expression left = chain[start];
        for (int index = start + 1; index < start + count; index++)
        {
            left = new BinaryExpression(op, left, chain[index]);
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
        return new BetweenExpression(operand, low, ParseTextTests(reader, ParseComparison(reader)), isNot);
    }

    // LIKE and REGEXP bind tighter than BETWEEN.
    private static Expression ParseTextTests(TokenReader reader, Expression left)
    {
        while (true)
        {
            bool isNot = IsNot(reader.Current, reader) && reader.IsAnyWord(reader.Peek(), "LIKE", "REGEXP");
            Token word = isNot ? reader.Peek() : reader.Current;
            if (!reader.IsAnyWord(word, "LIKE", "REGEXP"))
            {
                return left;
            }

            reader.Position += isNot ? 2 : 1;
            left = reader.IsWord(word, "LIKE") ? ParseLike(reader, left, isNot) : new RegexpExpression(left, ConstantParser.ParseText(reader), isNot);
        }
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
