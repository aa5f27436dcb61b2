using System.Collections.Immutable;
using IoTDB.Embedded.Paths;
using IoTDB.Embedded.Sql.Lexing;
using IoTDB.Embedded.Sql.Statements;

namespace IoTDB.Embedded.Sql.Parsing;

/// <summary>ALTER of databases, series, templates, views and users. Source: sql.md section 3.4.</summary>
internal static class AlterParser
{
    public static Statement Parse(TokenReader reader)
    {
        reader.ExpectWord("ALTER");
        if (reader.TryWord("DATABASE") || reader.TryWords("STORAGE", "GROUP"))
        {
            TreePath database = PathParser.ParsePattern(reader);
            if (!reader.IsWord("WITH"))
            {
                reader.Fail("WITH");
            }

            return new AlterDatabaseStatement(database, DatabaseOptionsParser.Parse(reader));
        }

        if (reader.TryWord("TIMESERIES"))
        {
            TreePath path = PathParser.ParseSeries(reader);
            return new AlterTimeseriesStatement(path, ParseAlteration(reader));
        }

        if (reader.IsWord("DEVICE") || reader.IsWord("SCHEMA"))
        {
            return TemplateParser.ParseAlter(reader);
        }

        if (reader.TryWord("VIEW"))
        {
            return ViewParser.ParseAlter(reader);
        }

        return reader.IsWord("USER") ? UserParser.ParseAlter(reader) : reader.Fail<Statement>("{DATABASE, DEVICE, SCHEMA, TIMESERIES, USER, VIEW}");
    }

    // A text stands for its content; the server reads other literals, too, and refuses them.
    private static string ParseAlias(TokenReader reader)
    {
        if (reader.Kind == TokenKind.Text)
        {
            return NodeName.FromText(ConstantParser.ParseText(reader));
        }

        if (!NameParser.IsName(reader, reader.Current) && ConstantParser.TryParse(reader) is not null)
        {
            SqlErrors.Semantic("Not support for this alias, Please enclose in back quotes.");
        }

        return PathParser.ParseConcreteNode(reader);
    }

    /// <summary>What follows the path of ALTER TIMESERIES.</summary>
    public static SeriesAlteration ParseAlteration(TokenReader reader)
    {
        if (reader.TryWord("RENAME"))
        {
            string from = NameParser.ParseNameOrLiteral(reader);
            reader.ExpectWord("TO");
            return new SeriesAlteration.Rename(from, NameParser.ParseNameOrLiteral(reader));
        }

        if (reader.TryWord("SET"))
        {
            return new SeriesAlteration.Set(SeriesDefinitionParser.ParseBarePairs(reader));
        }

        if (reader.TryWord("DROP"))
        {
            ImmutableArray<string>.Builder keys = ImmutableArray.CreateBuilder<string>();
            do
            {
                keys.Add(NameParser.ParseNameOrLiteral(reader));
            }
            while (reader.TryKind(TokenKind.Comma));
            return new SeriesAlteration.Drop(keys.ToImmutable());
        }

        if (reader.TryWords("ADD", "TAGS"))
        {
            return new SeriesAlteration.AddTags(SeriesDefinitionParser.ParseBarePairs(reader));
        }

        if (reader.TryWords("ADD", "ATTRIBUTES"))
        {
            return new SeriesAlteration.AddAttributes(SeriesDefinitionParser.ParseBarePairs(reader));
        }

        reader.ExpectWord("UPSERT");
        string? alias = null;
        if (reader.TryWord("ALIAS"))
        {
            reader.Expect(TokenKind.Equal);
            alias = ParseAlias(reader);
        }

        ImmutableArray<KeyValuePair<string, string>>? tags = reader.TryWord("TAGS") ? SeriesDefinitionParser.ParsePairs(reader) : null;
        ImmutableArray<KeyValuePair<string, string>>? attributes = reader.TryWord("ATTRIBUTES") ? SeriesDefinitionParser.ParsePairs(reader) : null;
        return new SeriesAlteration.Upsert(alias, tags, attributes);
    }
}
