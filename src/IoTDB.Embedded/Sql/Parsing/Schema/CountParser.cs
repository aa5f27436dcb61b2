using IoTDB.Embedded.Paths;
using IoTDB.Embedded.Sql.Expressions;
using IoTDB.Embedded.Sql.Lexing;
using IoTDB.Embedded.Sql.Statements;

namespace IoTDB.Embedded.Sql.Parsing;

/// <summary>COUNT of databases, series, devices and nodes.</summary>
internal static class CountParser
{
    public static Statement Parse(TokenReader reader)
    {
        reader.ExpectWord("COUNT");
        if (reader.TryWord("DATABASES") || reader.TryWords("STORAGE", "GROUP"))
        {
            return new CountDatabasesStatement(PathParser.ParseOptionalPattern(reader));
        }

        if (reader.TryWord("TIMESERIES"))
        {
            TreePath? pattern = PathParser.ParseOptionalPattern(reader);
            (SchemaCondition? condition, Expression? time) = SchemaConditionParser.ParseOfSeries(reader);
            int? level = reader.TryWords("GROUP", "BY") ? ParseLevel(reader) : null;
            return new CountTimeseriesStatement(pattern, condition, time, level);
        }

        if (reader.TryWord("DEVICES"))
        {
            TreePath? pattern = PathParser.ParseOptionalPattern(reader);
            Expression? time = SchemaConditionParser.ParseTime(reader);
            return new CountDevicesStatement(pattern, time);
        }

        if (reader.TryWord("NODES"))
        {
            TreePath pattern = PathParser.ParsePattern(reader);
            return new CountNodesStatement(pattern, ParseLevel(reader));
        }

        return reader.Fail<Statement>("{DATABASES, DEVICES, NODES, STORAGE, TIMESERIES}");
    }

    private static int ParseLevel(TokenReader reader)
    {
        reader.ExpectWord("LEVEL");
        reader.Expect(TokenKind.Equal);
        return NumberParser.ParseInt32(reader);
    }
}
