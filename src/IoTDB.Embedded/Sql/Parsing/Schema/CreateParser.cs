using System.Collections.Immutable;
using IoTDB.Embedded.Paths;
using IoTDB.Embedded.Sql.Lexing;
using IoTDB.Embedded.Sql.Statements;

namespace IoTDB.Embedded.Sql.Parsing;

/// <summary>CREATE of databases, series, templates, views and users.</summary>
internal static class CreateParser
{
    public static Statement Parse(TokenReader reader)
    {
        reader.ExpectWord("CREATE");
        if (reader.TryWord("DATABASE") || reader.TryWords("STORAGE", "GROUP"))
        {
            TreePath database = PathParser.ParsePattern(reader);
            return new CreateDatabaseStatement(database, DatabaseOptionsParser.Parse(reader));
        }

        if (reader.TryWords("ALIGNED", "TIMESERIES"))
        {
            return ParseAligned(reader);
        }

        if (reader.IsWord("TIMESERIES") && reader.IsAnyWord(reader.Peek(), "OF", "USING"))
        {
            reader.Position += 2;
            TemplateParser.ExpectTemplate(reader);
            reader.ExpectWord("ON");
            return new ActivateTemplateStatement(PathParser.ParsePattern(reader));
        }

        if (reader.TryWord("TIMESERIES"))
        {
            TreePath path = PathParser.ParseSeries(reader);
            RefuseControlCharacters(path);
            return new CreateTimeseriesStatement(path, SeriesDefinitionParser.Parse(reader, path.Last));
        }

        if (reader.IsWord("DEVICE") || reader.IsWord("SCHEMA"))
        {
            return TemplateParser.ParseCreate(reader);
        }

        if (reader.TryWord("VIEW"))
        {
            return ViewParser.ParseCreate(reader);
        }

        if (reader.IsWord("USER") || reader.IsWord("ROLE"))
        {
            return UserParser.ParseCreate(reader);
        }

        return reader.Fail<Statement>("{ALIGNED, DATABASE, DEVICE, ROLE, SCHEMA, STORAGE, TIMESERIES, USER, VIEW}");
    }

    private static void RefuseControlCharacters(TreePath path)
    {
        if (path.ToString().Any(char.IsControl))
        {
            SqlErrors.IllegalPath(path.ToString(), $"The name, {path}, contains unsupported character.");
        }
    }

    private static CreateAlignedTimeseriesStatement ParseAligned(TokenReader reader)
    {
        TreePath device = PathParser.ParseConcrete(reader);
        ImmutableArray<SeriesDefinition>.Builder measurements = ImmutableArray.CreateBuilder<SeriesDefinition>();
        if (reader.Kind is TokenKind.End or TokenKind.Semicolon)
        {
            SqlErrors.Internal(reader.Sql, "There are no measurements.");
        }

        if (reader.TryKind(TokenKind.OpenBracket))
        {
            HashSet<string> names = new(StringComparer.Ordinal);
            do
            {
                SeriesDefinition definition = SeriesDefinitionParser.Parse(reader, PathParser.ParseConcreteNode(reader));
                if (!names.Add(definition.Name))
                {
                    reader.Refuse("Measurement under an aligned device is not allowed to have the same measurement name");
                }

                if (definition.Properties.Length > 0)
                {
                    reader.Refuse("create aligned timeseries: property is not supported yet.");
                }

                RefuseControlCharacters(device.Append(definition.Name));
                measurements.Add(definition);
            }
            while (reader.TryKind(TokenKind.Comma));
            reader.Expect(TokenKind.CloseBracket);
        }

        return new CreateAlignedTimeseriesStatement(device, measurements.ToImmutable());
    }
}
