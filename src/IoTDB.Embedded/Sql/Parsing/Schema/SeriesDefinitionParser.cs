using System.Collections.Immutable;
using IoTDB.Embedded.Sql.Lexing;
using IoTDB.Embedded.Sql.Statements;

namespace IoTDB.Embedded.Sql.Parsing;

/// <summary>What CREATE TIMESERIES and templates say about a measurement. Source: sql.md section 3.3.</summary>
internal static class SeriesDefinitionParser
{
    public static SeriesDefinition Parse(TokenReader reader, string name)
    {
        string? alias = null;
        if (reader.TryKind(TokenKind.OpenBracket))
        {
            alias = PathParser.ParseConcreteNode(reader);
            reader.Expect(TokenKind.CloseBracket);
        }

        List<KeyValuePair<string, string>> properties = [];
        bool hasWith = reader.IsWord("WITH") && reader.Peek().Kind is not (TokenKind.End or TokenKind.Semicolon) && reader.TryWord("WITH");
        bool mayHaveCommas = hasWith && reader.Peek().Kind == TokenKind.Equal;
        string? type = ParseType(reader);
        while (StartsPair(reader, mayHaveCommas))
        {
            reader.TryKind(TokenKind.Comma);
            properties.Add(ParsePair(reader));
        }

        ImmutableArray<KeyValuePair<string, string>> tags = reader.TryWord("TAGS") ? ParsePairs(reader) : [];
        ImmutableArray<KeyValuePair<string, string>> attributes = reader.TryWord("ATTRIBUTES") ? ParsePairs(reader) : [];
        if (reader.Kind is not (TokenKind.End or TokenKind.Semicolon or TokenKind.Comma or TokenKind.CloseBracket))
        {
            reader.Fail("{'==', '='}");
        }

        return Make(reader, name, alias, type, properties, tags, attributes);
    }

    /// <summary>Pairs in brackets: tags or attributes.</summary>
    public static ImmutableArray<KeyValuePair<string, string>> ParsePairs(TokenReader reader)
    {
        reader.Expect(TokenKind.OpenBracket);
        ImmutableArray<KeyValuePair<string, string>> pairs = ParseBarePairs(reader);
        reader.Expect(TokenKind.CloseBracket);
        return pairs;
    }

    /// <summary>Pairs without brackets.</summary>
    public static ImmutableArray<KeyValuePair<string, string>> ParseBarePairs(TokenReader reader)
    {
        ImmutableArray<KeyValuePair<string, string>>.Builder pairs = ImmutableArray.CreateBuilder<KeyValuePair<string, string>>();
        do
        {
            KeyValuePair<string, string> pair = ParsePair(reader);
            if (pairs.Any(other => other.Key == pair.Key))
            {
                reader.Refuse($"There's duplicate [{pair.Key}] in tag or attribute clause.");
            }

            pairs.Add(pair);
        }
        while (reader.TryKind(TokenKind.Comma));
        return pairs.ToImmutable();
    }

    // Of pairs the server wants the type to be the first.
    private static string? ParseType(TokenReader reader)
    {
        if (reader.Peek().Kind != TokenKind.Equal)
        {
            return ParseWord(reader);
        }

        string key = NameParser.ParseNameOrLiteral(reader);
        reader.Expect(TokenKind.Equal);
        string value = ParseWord(reader);
        return key.Equals("DATATYPE", StringComparison.OrdinalIgnoreCase) ? value : null;
    }

    private static bool StartsPair(TokenReader reader, bool mayHaveCommas)
    {
        int key = mayHaveCommas && reader.Kind == TokenKind.Comma ? 1 : 0;
        return reader.Peek(key).Kind is TokenKind.Word or TokenKind.QuotedWord or TokenKind.Text && reader.Peek(key + 1).Kind == TokenKind.Equal;
    }

    // A type is taken with its quotes, which no word of the server has.
    private static string ParseWord(TokenReader reader)
    {
        if (reader.Kind is TokenKind.QuotedWord or TokenKind.Text || reader.IsWord("TIMESTAMP"))
        {
            return reader.Take();
        }

        return NameParser.ParseNameOrLiteral(reader);
    }

    private static KeyValuePair<string, string> ParsePair(TokenReader reader)
    {
        string key = NameParser.ParseNameOrLiteral(reader);
        reader.Expect(TokenKind.Equal);
        string value = reader.IsWord("TIMESTAMP") ? reader.Take() : NameParser.ParseNameOrLiteral(reader);
        return new KeyValuePair<string, string>(key, value);
    }

    private static SeriesDefinition Make(
        TokenReader reader,
        string name,
        string? alias,
        string? type,
        List<KeyValuePair<string, string>> pairs,
        ImmutableArray<KeyValuePair<string, string>> tags,
        ImmutableArray<KeyValuePair<string, string>> attributes)
    {
        TsEncoding? encoding = null;
        TsCompression? compression = null;
        ImmutableArray<KeyValuePair<string, string>>.Builder properties = ImmutableArray.CreateBuilder<KeyValuePair<string, string>>();
        foreach ((string key, string value) in pairs)
        {
            switch (key.ToUpperInvariant())
            {
                case "DATATYPE":
                    type = type is null ? null : value;
                    break;
                case "ENCODING":
                    encoding = reader.Understand(value, SchemaWords.Encoding);
                    break;
                case "COMPRESSOR" or "COMPRESSION":
                    compression = reader.Understand(value, SchemaWords.Compression);
                    break;
                default:
                    properties.Add(new KeyValuePair<string, string>(key, value));
                    break;
            }
        }

        if (type is null)
        {
            reader.Refuse("Expecting datatype");
        }

        TsDataType dataType = type is null ? default : reader.Understand(type, SchemaWords.DataType);
        return new SeriesDefinition(name, alias, dataType, encoding, compression, properties.ToImmutable(), tags, attributes);
    }
}
