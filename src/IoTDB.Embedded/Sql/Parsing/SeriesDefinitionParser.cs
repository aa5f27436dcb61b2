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
        string? type = ParseType(reader, properties);
        while (StartsPair(reader))
        {
            reader.TryKind(TokenKind.Comma);
            properties.Add(ParsePair(reader));
        }

        ImmutableArray<KeyValuePair<string, string>> tags = reader.TryWord("TAGS") ? ParsePairs(reader) : [];
        ImmutableArray<KeyValuePair<string, string>> attributes = reader.TryWord("ATTRIBUTES") ? ParsePairs(reader) : [];
        foreach ((string key, _) in tags)
        {
            if (attributes.Any(attribute => attribute.Key == key))
            {
                SqlErrors.Semantic($"Tag and attribute shouldn't have the same property key [{key}]");
            }
        }

        return Make(name, alias, type, properties, tags, attributes);
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
                SqlErrors.Semantic($"There's duplicate [{pair.Key}] in tag or attribute clause.");
            }

            pairs.Add(pair);
        }
        while (reader.TryKind(TokenKind.Comma));
        return pairs.ToImmutable();
    }

    private static string? ParseType(TokenReader reader, List<KeyValuePair<string, string>> properties)
    {
        bool hasWith = reader.TryWord("WITH");
        bool isPair = reader.Peek().Kind == TokenKind.Equal;
        if (isPair && reader.IsWord("DATATYPE"))
        {
            reader.Position += 2;
        }
        else if (isPair && hasWith)
        {
            properties.Add(ParsePair(reader));
            return null;
        }

        // "timestamp" is no name, but a type.
        return reader.IsWord("TIMESTAMP") ? reader.Take() : NameParser.ParseNameOrLiteral(reader);
    }

    private static bool StartsPair(TokenReader reader)
    {
        int key = reader.Kind == TokenKind.Comma ? 1 : 0;
        return reader.Peek(key).Kind is TokenKind.Word or TokenKind.QuotedWord or TokenKind.Text && reader.Peek(key + 1).Kind == TokenKind.Equal;
    }

    private static KeyValuePair<string, string> ParsePair(TokenReader reader)
    {
        string key = NameParser.ParseNameOrLiteral(reader);
        reader.Expect(TokenKind.Equal);
        string value = reader.IsWord("TIMESTAMP") ? reader.Take() : NameParser.ParseNameOrLiteral(reader);
        return new KeyValuePair<string, string>(key, value);
    }

    private static SeriesDefinition Make(
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
                    type = value;
                    break;
                case "ENCODING":
                    encoding = SchemaWords.Encoding(value);
                    break;
                case "COMPRESSOR" or "COMPRESSION":
                    compression = SchemaWords.Compression(value);
                    break;
                default:
                    properties.Add(new KeyValuePair<string, string>(key, value));
                    break;
            }
        }

        if (type is null)
        {
            SqlErrors.Semantic("Expecting datatype");
        }

        return new SeriesDefinition(name, alias, SchemaWords.DataType(type), encoding, compression, properties.ToImmutable(), tags, attributes);
    }
}
