using System.Collections.Immutable;
using IoTDB.Embedded.Sql.Expressions;
using IoTDB.Embedded.Sql.Lexing;
using IoTDB.Embedded.Sql.Statements;
using IoTDB.Embedded.Sql.Times;

namespace IoTDB.Embedded.Sql.Parsing;

/// <summary>The elements of GROUP BY: at most one window, and levels or tags. Source: sql.md section 5.7.</summary>
internal static class GroupByParser
{
    public static QueryOptions Parse(TokenReader reader, QueryOptions options)
    {
        do
        {
            options = ParseElement(reader, options);
        }
        while (reader.TryKind(TokenKind.Comma));
        if (options.Levels.Length > 0 && options.Window is not (null or GroupClause.Time))
        {
            SqlErrors.Semantic("GROUP BY CLAUSES doesn't support GROUP BY LEVEL now.");
        }

        if (options.TagKeys.Length > 0 && options.Window is not (null or GroupClause.Time))
        {
            SqlErrors.Internal(reader.Sql, "Index 0 out of bounds for length 0");
        }

        return options;
    }

    private static QueryOptions ParseElement(TokenReader reader, QueryOptions options)
    {
        if (reader.TryWord("LEVEL"))
        {
            if (options.Levels.Length > 0)
            {
                SqlErrors.Semantic("duplicated group by key: LEVEL");
            }

            return options with { Levels = ParseLevels(reader) };
        }

        if (reader.TryWord("TAGS"))
        {
            return options with { TagKeys = ParseTags(reader) };
        }

        string word = reader.Kind == TokenKind.Word ? reader.Text.ToUpperInvariant() : string.Empty;
        GroupClause window;
        switch (word)
        {
            case "VARIATION":
                reader.Advance();
                window = ParseVariation(reader);
                break;
            case "CONDITION":
                reader.Advance();
                window = ParseCondition(reader);
                break;
            case "SESSION":
                reader.Advance();
                window = ParseSession(reader);
                break;
            case "COUNT":
                reader.Advance();
                window = ParseCount(reader);
                break;
            default:
                reader.TryWord("TIME");
                window = ParseTime(reader);
                break;
        }

        if (options.Window is not null)
        {
            SqlErrors.Semantic("Only one of group by time or group by variation/series/session can be supported at a time");
        }

        return options with { Window = window };
    }

    private static GroupClause.Time ParseTime(TokenReader reader)
    {
        reader.Expect(TokenKind.OpenBracket);
        if (reader.Kind == TokenKind.Duration)
        {
            SqlErrors.Semantic("The query time range should be specified in the GROUP BY TIME clause.");
        }

        bool isRightClosed = reader.Kind == TokenKind.OpenBracket;
        reader.Expect(isRightClosed ? TokenKind.OpenBracket : TokenKind.OpenSquare);
        long start = NumberParser.ParseTime(reader);
        reader.Expect(TokenKind.Comma);
        long end = NumberParser.ParseTime(reader);
        reader.Expect(isRightClosed ? TokenKind.CloseSquare : TokenKind.CloseBracket);
        reader.Expect(TokenKind.Comma);
        SqlDuration interval = ConstantParser.ParseDuration(reader);
        SqlDuration step = reader.TryKind(TokenKind.Comma) ? ConstantParser.ParseDuration(reader) : interval;
        reader.Expect(TokenKind.CloseBracket);
        if (start >= end)
        {
            SqlErrors.Semantic("Start time should be smaller than endTime in GroupBy");
        }

        if (interval.IsZero)
        {
            SqlErrors.Semantic("The second parameter time interval should be a positive integer.");
        }

        if (step.IsZero)
        {
            SqlErrors.Semantic("The third parameter time slidingStep should be a positive integer.");
        }

        return new GroupClause.Time(start, end, isRightClosed, interval, step);
    }

    private static GroupClause.Variation ParseVariation(TokenReader reader)
    {
        reader.Expect(TokenKind.OpenBracket);
        Expression operand = ExpressionParser.Parse(reader);
        if (operand is ConstantExpression)
        {
            SqlErrors.Semantic($"Constant operand [{operand}] is not allowed in group by variation, there should be an expression");
        }

        double delta = 0;
        bool ignoreNull = true;
        if (reader.TryKind(TokenKind.Comma))
        {
            if (!TryIgnoreNull(reader, ref ignoreNull))
            {
                if (reader.Kind is TokenKind.Minus or TokenKind.Plus)
                {
                    reader.Fail("a number");
                }

                delta = NumberParser.ParseDouble(reader);
                ParseIgnoreNull(reader, ref ignoreNull);
            }
        }

        reader.Expect(TokenKind.CloseBracket);
        return new GroupClause.Variation(operand, delta, ignoreNull);
    }

    private static GroupClause.Condition ParseCondition(TokenReader reader)
    {
        reader.Expect(TokenKind.OpenBracket);
        Expression predicate = ExpressionParser.Parse(reader);
        Expression? keep = null;
        bool ignoreNull = true;
        if (reader.TryKind(TokenKind.Comma) && !TryIgnoreNull(reader, ref ignoreNull))
        {
            keep = ExpressionParser.Parse(reader);
            ParseIgnoreNull(reader, ref ignoreNull);
        }

        reader.Expect(TokenKind.CloseBracket);
        if (keep is null)
        {
            SqlErrors.Semantic("Keep threshold in group by condition should be set");
        }

        return new GroupClause.Condition(predicate, keep, ignoreNull);
    }

    private static GroupClause.Session ParseSession(TokenReader reader)
    {
        reader.Expect(TokenKind.OpenBracket);
        SqlDuration gap = ConstantParser.ParseDuration(reader);
        reader.Expect(TokenKind.CloseBracket);
        return new GroupClause.Session(gap.Approximate(reader.Context.Precision));
    }

    private static GroupClause.Count ParseCount(TokenReader reader)
    {
        reader.Expect(TokenKind.OpenBracket);
        Expression operand = ExpressionParser.Parse(reader);
        reader.Expect(TokenKind.Comma);
        long rows = NumberParser.ParseInt64(reader, "Out of range. The number of rows of GROUP BY COUNT should be Int64.");
        bool ignoreNull = true;
        ParseIgnoreNull(reader, ref ignoreNull);
        reader.Expect(TokenKind.CloseBracket);
        if (rows == 0)
        {
            // The real server makes groups without end until it gives up with this code (sql.md rule 25).
            SqlErrors.Execution("GROUP BY COUNT: the number of rows should be greater than 0.");
        }

        return new GroupClause.Count(operand, rows, ignoreNull);
    }

    private static void ParseIgnoreNull(TokenReader reader, ref bool ignoreNull)
    {
        if (reader.TryKind(TokenKind.Comma) && !TryIgnoreNull(reader, ref ignoreNull))
        {
            reader.Fail("ignoreNull");
        }
    }

    private static bool TryIgnoreNull(TokenReader reader, ref bool ignoreNull)
    {
        if (!reader.IsWord("ignoreNull") || reader.Peek().Kind != TokenKind.Equal)
        {
            return false;
        }

        reader.Position += 2;
        ignoreNull = !NameParser.ParseNameOrLiteral(reader).Equals("false", StringComparison.OrdinalIgnoreCase);
        return true;
    }

    private static ImmutableArray<int> ParseLevels(TokenReader reader)
    {
        ImmutableArray<int>.Builder levels = ImmutableArray.CreateBuilder<int>();
        reader.Expect(TokenKind.Equal);
        levels.Add(NumberParser.ParseInt32(reader));
        while (reader.Kind == TokenKind.Comma && reader.Peek().Kind == TokenKind.Integer)
        {
            reader.Advance();
            levels.Add(NumberParser.ParseInt32(reader));
        }

        return levels.ToImmutable();
    }

    private static ImmutableArray<string> ParseTags(TokenReader reader)
    {
        ImmutableArray<string>.Builder keys = ImmutableArray.CreateBuilder<string>();
        reader.Expect(TokenKind.OpenBracket);
        do
        {
            string key = NameParser.ParseIdentifier(reader);
            if (keys.Contains(key))
            {
                SqlErrors.Semantic($"duplicated key in GROUP BY TAGS: {key}");
            }

            keys.Add(key);
        }
        while (reader.TryKind(TokenKind.Comma));
        reader.Expect(TokenKind.CloseBracket);
        return keys.ToImmutable();
    }
}
