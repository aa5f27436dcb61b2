using IoTDB.Embedded.Paths;
using IoTDB.Embedded.Sql.Expressions;
using IoTDB.Embedded.Sql.Lexing;

namespace IoTDB.Embedded.Sql.Parsing;

/// <summary>Identifiers: aliases, functions, templates, keys. Unlike path nodes they are unwrapped completely.</summary>
internal static class NameParser
{
    // Keywords that may not stand as names without quotes in 2.0.1-beta.
    private static readonly string[] s_reserved = ["root", "time", "timestamp", "if", "exists", "region", "verbose"];

    /// <summary>True when a token may be a name.</summary>
    public static bool IsName(TokenReader reader, Token token) => token.Kind switch
    {
        TokenKind.QuotedWord or TokenKind.Duration => true,
        TokenKind.Word => !reader.IsAnyWord(token, s_reserved) && reader.TextOf(token) != "::",
        _ => false,
    };

    public static string ParseIdentifier(TokenReader reader)
    {
        if (!IsName(reader, reader.Current))
        {
            reader.Fail("an identifier");
        }

        bool quoted = reader.Kind == TokenKind.QuotedWord;
        string text = reader.Take();
        if (quoted)
        {
            return NodeName.ToText(text);
        }

        if (!NodeName.IsPlain(text))
        {
            reader.Refuse($"{text} is illegal, identifier not enclosed with backticks can only consist of digits, characters and underscore.");
        }

        return text;
    }

    /// <summary>A name or a literal, as keys and values of tags and attributes may be; literals other than texts as they are written.</summary>
    public static string ParseNameOrLiteral(TokenReader reader) => TryParseNameOrLiteral(reader) ?? reader.Fail<string>("a name or a literal");

    /// <summary>The same, or null if neither stands here.</summary>
    public static string? TryParseNameOrLiteral(TokenReader reader)
    {
        if (IsName(reader, reader.Current))
        {
            return ParseIdentifier(reader);
        }

        int start = reader.Position;
        ConstantExpression? literal = ConstantParser.TryParse(reader);
        return literal is not { Kind: ConstantKind.Instant }
            ? literal?.Text
            : string.Concat(Enumerable.Range(start, reader.Position - start).Select(index => reader.TextOf(reader.At(index))));
    }
}
