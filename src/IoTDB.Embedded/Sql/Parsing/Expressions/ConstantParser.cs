using System.Globalization;
using IoTDB.Embedded.Sql.Expressions;
using IoTDB.Embedded.Sql.Lexing;
using IoTDB.Embedded.Sql.Times;

namespace IoTDB.Embedded.Sql.Parsing;

/// <summary>Literals and date expressions. Source: sql.md section 2.</summary>
internal static class ConstantParser
{
    public static ConstantExpression Parse(TokenReader reader) =>
        TryParse(reader) ?? reader.Fail<ConstantExpression>("a literal");

    /// <summary>Reads a literal, or nothing when none stands here.</summary>
    public static ConstantExpression? TryParse(TokenReader reader)
    {
        switch (reader.Kind)
        {
            case TokenKind.DateTime:
                return new ConstantExpression(ConstantKind.Instant, ParseInstant(reader).ToString(CultureInfo.InvariantCulture));
            case TokenKind.Text:
                return new ConstantExpression(ConstantKind.Text, Unquote(reader.Take()));
            case TokenKind.Binary:
                return new ConstantExpression(ConstantKind.Blob, reader.Take());
            case TokenKind.Plus or TokenKind.Minus or TokenKind.Slash when StartsNumber(reader, 1):
                string sign = reader.Take();
                ConstantExpression number = ParseNumber(reader);
                return number with { Text = sign + number.Text };
            case TokenKind.Word:
                return TryParseWord(reader);
            default:
                return StartsNumber(reader, 0) ? ParseNumber(reader) : null;
        }
    }

    /// <summary>A date-time or <c>now()</c>, with durations added or taken away.</summary>
    public static long ParseInstant(TokenReader reader)
    {
        SqlContext context = reader.Context;
        long time;
        if (reader.Kind == TokenKind.DateTime)
        {
            time = DateTimeLiteral.Parse(reader.Take(), context);
        }
        else
        {
            reader.ExpectWord("NOW");
            reader.Expect(TokenKind.OpenBracket);
            reader.Expect(TokenKind.CloseBracket);
            time = context.Now;
        }

        while (reader.Kind is TokenKind.Plus or TokenKind.Minus && reader.Peek().Kind == TokenKind.Duration)
        {
            int sign = reader.Take() == "-" ? -1 : 1;
            SqlDuration duration = SqlDuration.Parse(reader.Take(), context.Precision);
            try
            {
                // A year is 365 days here, unlike in windows; months count from where the years end, also when they are taken away.
                long years = checked(duration.Years * 365L * 86_400 * TimeUnits.PerSecond(context.Precision));
                long months = checked(CalendarTime.AddMonths(time + years, duration.Months, context.Zone, context.Precision) - time - years);
                time = checked(time + (sign * (months + years + duration.Fixed)));
            }
            catch (OverflowException)
            {
                SqlErrors.Semantic("The date expression is out of range of 64 bits.");
            }
        }

        return time;
    }

    /// <summary>A duration literal.</summary>
    public static SqlDuration ParseDuration(TokenReader reader) =>
        SqlDuration.Parse(reader.Expect(TokenKind.Duration, "DURATION_LITERAL"), reader.Context.Precision);

    /// <summary>A text literal's content.</summary>
    public static string ParseText(TokenReader reader) => Unquote(reader.Expect(TokenKind.Text, "STRING_LITERAL"));

    public static bool StartsInstant(TokenReader reader) =>
        reader.Kind == TokenKind.DateTime || (reader.IsWord("NOW") && reader.Peek().Kind == TokenKind.OpenBracket);

    private static ConstantExpression? TryParseWord(TokenReader reader)
    {
        if (StartsInstant(reader))
        {
            return new ConstantExpression(ConstantKind.Instant, ParseInstant(reader).ToString(CultureInfo.InvariantCulture));
        }

        ConstantKind? kind = null;
        if (reader.IsWord("TRUE") || reader.IsWord("FALSE"))
        {
            kind = ConstantKind.Boolean;
        }
        else if (reader.IsWord("NULL"))
        {
            kind = ConstantKind.Null;
        }
        else if (reader.IsWord("NAN"))
        {
            kind = ConstantKind.NaN;
        }

        // A word before a dot or a bracket is a path or a call, whatever it is.
        bool isLiteral = kind is not null && reader.Peek().Kind is not (TokenKind.Dot or TokenKind.OpenBracket);
        return isLiteral ? new ConstantExpression(kind!.Value, reader.Take()) : null;
    }

    private static bool StartsNumber(TokenReader reader, int ahead) => reader.Peek(ahead).Kind switch
    {
        TokenKind.Integer or TokenKind.Exponent => true,
        TokenKind.Dot => reader.Peek(ahead + 1).Kind is TokenKind.Integer or TokenKind.Exponent,
        _ => false,
    };

    private static ConstantExpression ParseNumber(TokenReader reader)
    {
        string text = string.Empty;
        bool isReal = reader.Kind != TokenKind.Integer;
        if (reader.Kind != TokenKind.Dot)
        {
            text = reader.Take();
        }

        if (reader.Kind == TokenKind.Dot && !text.Contains('e', StringComparison.OrdinalIgnoreCase))
        {
            isReal = true;
            text += reader.Take();
            if (reader.Kind is TokenKind.Integer or TokenKind.Exponent)
            {
                text += reader.Take();
            }
        }

        return new ConstantExpression(isReal ? ConstantKind.Real : ConstantKind.Integer, text);
    }

    private static string Unquote(string literal)
    {
        string quote = literal[..1];
        string inner = literal[1..^1];
        return inner.Contains(quote, StringComparison.Ordinal) ? inner.Replace(quote + quote, quote, StringComparison.Ordinal) : inner;
    }
}
