using System.Collections.Immutable;
using IoTDB.Embedded.Paths;
using IoTDB.Embedded.Sql.Lexing;
using IoTDB.Embedded.Sql.Statements;

namespace IoTDB.Embedded.Sql.Parsing;

/// <summary>Device templates. Source: sql.md section 3.6.</summary>
internal static class TemplateParser
{
    /// <summary>Steps over DEVICE TEMPLATE or SCHEMA TEMPLATE.</summary>
    public static void ExpectTemplate(TokenReader reader)
    {
        if (!reader.TryWord("DEVICE"))
        {
            reader.ExpectWord("SCHEMA");
        }

        reader.ExpectWord("TEMPLATE");
    }

    public static CreateTemplateStatement ParseCreate(TokenReader reader)
    {
        ExpectTemplate(reader);
        string name = NameParser.ParseIdentifier(reader);
        bool isAligned = reader.TryWord("ALIGNED");
        return new CreateTemplateStatement(name, isAligned, reader.Kind == TokenKind.OpenBracket ? ParseMeasurements(reader) : []);
    }

    public static AlterTemplateStatement ParseAlter(TokenReader reader)
    {
        ExpectTemplate(reader);
        string name = NameParser.ParseIdentifier(reader);
        reader.ExpectWord("ADD");
        return new AlterTemplateStatement(name, ParseMeasurements(reader));
    }

    public static Statement ParseSetting(TokenReader reader, bool isSet)
    {
        ExpectTemplate(reader);
        string name = NameParser.ParseIdentifier(reader);
        reader.ExpectWord(isSet ? "TO" : "FROM");
        TreePath path = PathParser.ParsePattern(reader);
        return isSet ? new SetTemplateStatement(name, path) : new UnsetTemplateStatement(name, path);
    }

    public static DeactivateTemplateStatement ParseDeactivate(TokenReader reader)
    {
        reader.ExpectWord("DEACTIVATE");
        ExpectTemplate(reader);
        return ParseDeactivation(reader);
    }

    /// <summary>[name] FROM patterns.</summary>
    public static DeactivateTemplateStatement ParseDeactivation(TokenReader reader)
    {
        string? name = reader.IsWord("FROM") ? null : NameParser.ParseIdentifier(reader);
        reader.ExpectWord("FROM");
        return new DeactivateTemplateStatement(name, PathParser.ParsePatterns(reader));
    }

    /// <summary>The SHOW statements about templates, or null when this is none.</summary>
    public static Statement? TryParseShow(TokenReader reader)
    {
        if (reader.TryWords("DEVICE", "TEMPLATES") || reader.TryWords("SCHEMA", "TEMPLATES"))
        {
            return new ShowTemplatesStatement();
        }

        if (reader.TryWords("NODES", "IN") || reader.TryWords("NODES", "OPTION"))
        {
            ExpectTemplate(reader);
            return new ShowTemplateNodesStatement(NameParser.ParseIdentifier(reader));
        }

        if (!reader.TryWord("PATHS"))
        {
            return null;
        }

        TreePath? pattern = PathParser.ParseOptionalPattern(reader);
        bool isUsing = reader.TryWord("USING");
        if (!isUsing)
        {
            _ = pattern is null && reader.TryWord("SET") ? true : reader.Fail<bool>("{SET, USING}");
        }

        ExpectTemplate(reader);
        return new ShowTemplatePathsStatement(NameParser.ParseIdentifier(reader), isUsing, pattern);
    }

    private static ImmutableArray<SeriesDefinition> ParseMeasurements(TokenReader reader)
    {
        ImmutableArray<SeriesDefinition>.Builder measurements = ImmutableArray.CreateBuilder<SeriesDefinition>();
        reader.Expect(TokenKind.OpenBracket);
        do
        {
            SeriesDefinition definition = SeriesDefinitionParser.Parse(reader, PathParser.ParseConcreteNode(reader));
            string? unsupported = definition switch
            {
                { Alias: not null } => "alias",
                { Tags.Length: > 0 } => "tag",
                { Attributes.Length: > 0 } => "attribute",
                { Properties.Length: > 0 } => "property",
                _ => null,
            };
            if (unsupported is not null)
            {
                reader.Refuse($"Device Template: {unsupported} is not supported yet.");
            }

            measurements.Add(definition);
        }
        while (reader.TryKind(TokenKind.Comma));
        reader.Expect(TokenKind.CloseBracket);
        return measurements.ToImmutable();
    }
}
