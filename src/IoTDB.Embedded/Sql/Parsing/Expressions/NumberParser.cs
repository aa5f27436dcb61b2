using System.Globalization;
using IoTDB.Embedded.Sql.Expressions;
using IoTDB.Embedded.Sql.Lexing;

namespace IoTDB.Embedded.Sql.Parsing;

/// <summary>Plain numbers outside expressions.</summary>
internal static class NumberParser
{
    /// <summary>Digits that must fit 32 bits, such as a level.</summary>
    public static int ParseInt32(TokenReader reader)
    {
        string digits = reader.Expect(TokenKind.Integer, "INTEGER_LITERAL");
        return int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out int value)
            ? value
            : throw SqlErrors.InternalOf(reader.Sql, $"For input string: \"{digits}\"");
    }

    /// <summary>Digits that must fit 64 bits.</summary>
    public static long ParseInt64(TokenReader reader, string outOfRange)
    {
        string digits = reader.Expect(TokenKind.Integer, "INTEGER_LITERAL");
        return long.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out long value)
            ? value
            : SqlErrors.Semantic<long>(outOfRange);
    }

    /// <summary>A point in time: a signed integer or a date expression.</summary>
    public static long ParseTime(TokenReader reader)
    {
        if (ConstantParser.StartsInstant(reader))
        {
            return ConstantParser.ParseInstant(reader);
        }

        string sign = reader.Kind is TokenKind.Plus or TokenKind.Minus ? reader.Take() : string.Empty;
        string digits = sign + reader.Expect(TokenKind.Integer, "INTEGER_LITERAL");
        return TryInt64(digits, out long value) ? value : SqlErrors.Semantic<long>($"For input string: \"{digits}\"");
    }

    /// <summary>A real number of a clause.</summary>
    public static double ParseDouble(TokenReader reader)
    {
        ConstantExpression? literal = ConstantParser.TryParse(reader);
        if (literal?.Kind is not (ConstantKind.Integer or ConstantKind.Real))
        {
            reader.Fail("a number");
        }

        return double.Parse(literal.Text, NumberStyles.Float, CultureInfo.InvariantCulture);
    }

    public static bool TryInt64(string text, out long value) =>
        long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out value);
}
