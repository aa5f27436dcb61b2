using IoTDB.Embedded.Paths;
using IoTDB.Embedded.Sql.Expressions;
using IoTDB.Embedded.Sql.Statements;

namespace IoTDB.Embedded.Sql.Parsing;

/// <summary>SHOW. Source: sql.md sections 3.1 to 3.8.</summary>
internal static class ShowParser
{
    public static Statement Parse(TokenReader reader)
    {
        reader.ExpectWord("SHOW");
        if (reader.TryWord("DATABASES") || reader.TryWords("STORAGE", "GROUP"))
        {
            bool isDetailed = reader.TryWord("DETAILS");
            return new ShowDatabasesStatement(PathParser.ParseOptionalPattern(reader), isDetailed);
        }

        if (reader.IsWord("TIMESERIES") || (reader.IsWord("LATEST") && reader.IsWord(reader.Peek(), "TIMESERIES")))
        {
            return ParseTimeseries(reader);
        }

        if (reader.TryWord("DEVICES"))
        {
            return ParseDevices(reader);
        }

        if (reader.TryWords("CHILD", "PATHS"))
        {
            return new ShowChildPathsStatement(PathParser.ParseOptionalPattern(reader));
        }

        if (reader.TryWords("CHILD", "NODES"))
        {
            return new ShowChildNodesStatement(PathParser.ParseOptionalPattern(reader));
        }

        if (reader.TryWords("ALL", "TTL"))
        {
            return new ShowTtlStatement(null);
        }

        if (reader.TryWords("TTL", "ON"))
        {
            return new ShowTtlStatement(PathParser.ParsePatterns(reader));
        }

        if (reader.TryWord("VIEW"))
        {
            return ViewParser.ParseShow(reader);
        }

        return TemplateParser.TryParseShow(reader) ?? InformationParser.Parse(reader);
    }

    private static ShowTimeseriesStatement ParseTimeseries(TokenReader reader)
    {
        bool isLatest = reader.TryWord("LATEST");
        reader.ExpectWord("TIMESERIES");
        TreePath? pattern = PathParser.ParseOptionalPattern(reader);
        (SchemaCondition? condition, Expression? time) = SchemaConditionParser.ParseOfSeries(reader);
        (long? limit, long offset) = PagingParser.ParseRows(reader);
        reader.ExpectEnd();
        return new ShowTimeseriesStatement(pattern, isLatest, condition, time, limit, offset);
    }

    private static ShowDevicesStatement ParseDevices(TokenReader reader)
    {
        TreePath? pattern = PathParser.ParseOptionalPattern(reader);
        bool withDatabase = false;
        if (reader.TryWord("WITH"))
        {
            withDatabase = reader.TryWord("DATABASE") || reader.TryWords("STORAGE", "GROUP") || reader.Fail<bool>("{DATABASE, STORAGE}");
        }

        (SchemaCondition? condition, Expression? time) = SchemaConditionParser.ParseOfDevices(reader);
        (long? limit, long offset) = PagingParser.ParseRows(reader);
        reader.ExpectEnd();
        return new ShowDevicesStatement(pattern, withDatabase, condition, time, limit, offset);
    }
}
