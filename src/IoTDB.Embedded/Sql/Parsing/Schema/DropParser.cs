using System.Collections.Immutable;
using IoTDB.Embedded.Paths;
using IoTDB.Embedded.Sql.Statements;

namespace IoTDB.Embedded.Sql.Parsing;

/// <summary>DELETE and DROP, which are one word but for data.</summary>
internal static class DropParser
{
    public static Statement Parse(TokenReader reader)
    {
        bool isDelete = reader.IsWord("DELETE");
        reader.Advance();
        if (isDelete && reader.TryWord("FROM"))
        {
            return ParseData(reader);
        }

        if (reader.TryWord("DATABASE") || reader.TryWords("STORAGE", "GROUP"))
        {
            return new DropDatabaseStatement(PathParser.ParsePatterns(reader));
        }

        if (reader.TryWords("TIMESERIES", "OF"))
        {
            TemplateParser.ExpectTemplate(reader);
            return TemplateParser.ParseDeactivation(reader);
        }

        if (reader.TryWord("TIMESERIES"))
        {
            return new DeleteTimeseriesStatement(PathParser.ParsePatterns(reader));
        }

        if (reader.TryWord("VIEW"))
        {
            return new DropViewStatement(PathParser.ParsePatterns(reader));
        }

        if (!isDelete && (reader.IsWord("DEVICE") || reader.IsWord("SCHEMA")))
        {
            TemplateParser.ExpectTemplate(reader);
            return new DropTemplateStatement(NameParser.ParseIdentifier(reader));
        }

        if (!isDelete && (reader.IsWord("USER") || reader.IsWord("ROLE")))
        {
            return UserParser.ParseDrop(reader);
        }

        return reader.Fail<Statement>("{DATABASE, TIMESERIES, VIEW}");
    }

    private static DeleteDataStatement ParseData(TokenReader reader)
    {
        ImmutableArray<TreePath> patterns = PathParser.ParsePatterns(reader, PathParser.ParseSeriesPattern);
        (long from, long to) = (long.MinValue, long.MaxValue);
        if (reader.TryWord("WHERE"))
        {
            (from, to) = DeleteConditionParser.Parse(reader);
        }

        reader.ExpectEnd();
        return new DeleteDataStatement(patterns, from, to);
    }
}
