using IoTDB.Embedded.Sql.Lexing;
using IoTDB.Embedded.Sql.Statements;

namespace IoTDB.Embedded.Sql.Parsing;

/// <summary>WITH key=integer … of databases.</summary>
internal static class DatabaseOptionsParser
{
    public static DatabaseOptions Parse(TokenReader reader)
    {
        DatabaseOptions options = new(null, null, null, null);
        if (!reader.TryWord("WITH"))
        {
            return options;
        }

        do
        {
            string key = reader.Kind == TokenKind.Word ? reader.Text.ToUpperInvariant() : string.Empty;
            if (key is not ("TTL" or "TIME_PARTITION_INTERVAL" or "SCHEMA_REGION_GROUP_NUM" or "DATA_REGION_GROUP_NUM"))
            {
                reader.Fail("{TTL, TIME_PARTITION_INTERVAL, SCHEMA_REGION_GROUP_NUM, DATA_REGION_GROUP_NUM}");
            }

            reader.Advance();
            reader.Expect(TokenKind.Equal);
            options = key switch
            {
                "TTL" => options with { TimeToLive = ParseValue(reader) },
                "TIME_PARTITION_INTERVAL" => options with { TimePartitionInterval = ParseValue(reader) },
                "SCHEMA_REGION_GROUP_NUM" => options with { SchemaRegionGroups = NumberParser.ParseInt32(reader) },
                _ => options with { DataRegionGroups = NumberParser.ParseInt32(reader) },
            };
        }
        while (reader.TryKind(TokenKind.Comma) || reader.Kind == TokenKind.Word);
        return options;
    }

    private static long ParseValue(TokenReader reader)
    {
        string digits = reader.Expect(TokenKind.Integer, "INTEGER_LITERAL");
        return NumberParser.TryInt64(digits, out long value) ? value : throw SqlErrors.InternalOf(reader.Sql, $"For input string: \"{digits}\"");
    }
}
