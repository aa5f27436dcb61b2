using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using IoTDB.Embedded.Sql.Expressions;
using IoTDB.Embedded.Sql.Lexing;

namespace IoTDB.Embedded.Sql.Parsing;

/// <summary>CAST, ROUND, REPLACE and SUBSTRING: their own forms, and what becomes of them written like any other call.</summary>
internal static class ScalarCallParser
{
    public static bool IsScalar(string name) => name.ToUpperInvariant() is "CAST" or "ROUND" or "REPLACE" or "SUBSTRING";

    /// <summary>Reads a call's own form behind its operand, up to its closing bracket; false where the text has another form.</summary>
    public static bool TryParse(TokenReader reader, string name, Expression operand, [NotNullWhen(true)] out Expression? call)
    {
        call = name.ToUpperInvariant() switch
        {
            "CAST" => TryCast(reader, operand),
            "ROUND" => TryRound(reader, operand),
            "REPLACE" => TryReplace(reader, operand),
            _ => TrySubstring(reader, operand),
        };
        return call is not null && reader.TryKind(TokenKind.CloseBracket);
    }

    /// <summary>A call in the common form: its parameters are attributes, or it is refused.</summary>
    public static Expression Convert(FunctionExpression call)
    {
        switch (call.Key)
        {
            case "CAST":
                ExpectOne(call);
                string type = call.Attribute("type") ?? SqlErrors.Semantic<string>("Function Cast must specify a target data type.");
                return new CastExpression(call.Arguments[0], type) { Name = call.Name };
            case "ROUND":
                return ConvertRound(call);
            case "REPLACE":
                ExpectOne(call);
                return SqlErrors.Semantic<Expression>("Function REPLACE must specify from and to component.");
            case "SUBSTRING":
                return ConvertSubstring(call);
            default:
                return call;
        }
    }

    private static RoundExpression ConvertRound(FunctionExpression call)
    {
        if (call.Arguments is [_, ConstantExpression places])
        {
            SqlErrors.Execution($"For input string: {places}");
        }

        ExpectOne(call);
        // Whatever the attributes are called, they are not read.
        return new RoundExpression(call.Arguments[0], null) { Name = call.Name, HasAttributes = call.Attributes.Length > 0 };
    }

    private static SubstringExpression ConvertSubstring(FunctionExpression call)
    {
        if (call.Attributes.Length == 0 || call.Arguments.Length != 1)
        {
            SqlErrors.Semantic("Argument exception,the scalar function [SUBSTRING] needs at least one argument,it must be a signed integer");
        }

        string start = call.Attribute("startPosition")
            ?? SqlErrors.Semantic<string>("Syntax error,please check that the parameters of the function are correct");
        return new SubstringExpression(call.Arguments[0], Number(start), call.Attribute("length") is { } length ? Number(length) : null, IsStandard: false)
        {
            Name = call.Name,
        };
    }

    private static int Number(string text) =>
        int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out int number)
            ? number
            : SqlErrors.Execution<int>($"For input string: \"{text}\"");

    private static void ExpectOne(FunctionExpression call)
    {
        if (call.Arguments.Length != 1)
        {
            SqlErrors.Semantic($"Error size of input expressions. expression: {call}, actual size: {call.Arguments.Length}, expected size: [1].");
        }
    }

    private static CastExpression? TryCast(TokenReader reader, Expression operand)
    {
        if (!reader.TryWord("AS"))
        {
            return null;
        }

        // "timestamp" is no identifier but a type all the same.
        string type = reader.IsWord("TIMESTAMP") ? reader.Take() : NameParser.ParseNameOrLiteral(reader);
        return new CastExpression(operand, type);
    }

    private static RoundExpression? TryRound(TokenReader reader, Expression operand)
    {
        if (!reader.TryKind(TokenKind.Comma))
        {
            return new RoundExpression(operand, null);
        }

        return TryInteger(reader, out int places, out string text) ? new RoundExpression(operand, places) { PlacesText = text } : null;
    }

    private static ReplaceExpression? TryReplace(TokenReader reader, Expression operand) =>
        TryText(reader, out string from) && TryText(reader, out string to) ? new ReplaceExpression(operand, from, to) : null;

    private static SubstringExpression? TrySubstring(TokenReader reader, Expression operand)
    {
        int start;
        int length = 0;
        bool hasLength;
        if (reader.TryWord("FROM"))
        {
            if (!TryInteger(reader, out start, out _))
            {
                return null;
            }

            hasLength = reader.TryWord("FOR");
            return hasLength && !TryInteger(reader, out length, out _)
                ? null
                : new SubstringExpression(operand, start, hasLength ? length : null, IsStandard: true);
        }

        if (!reader.TryKind(TokenKind.Comma) || !TryInteger(reader, out start, out _))
        {
            return null;
        }

        hasLength = reader.TryKind(TokenKind.Comma);
        return hasLength && !TryInteger(reader, out length, out _)
            ? null
            : new SubstringExpression(operand, start, hasLength ? length : null, IsStandard: false);
    }

    private static bool TryText(TokenReader reader, out string text)
    {
        text = string.Empty;
        if (!reader.TryKind(TokenKind.Comma) || reader.Kind != TokenKind.Text)
        {
            return false;
        }

        text = ConstantParser.ParseText(reader);
        return true;
    }

    private static bool TryInteger(TokenReader reader, out int value, out string text)
    {
        string sign = reader.Kind is TokenKind.Minus or TokenKind.Plus ? reader.Take() : string.Empty;
        value = 0;
        text = string.Empty;
        if (reader.Kind != TokenKind.Integer)
        {
            return false;
        }

        text = sign + reader.Take();
        value = Number(text);
        return true;
    }
}
