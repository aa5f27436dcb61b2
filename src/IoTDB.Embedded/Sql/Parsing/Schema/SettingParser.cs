using System.Globalization;
using IoTDB.Embedded.Paths;
using IoTDB.Embedded.Sql.Lexing;
using IoTDB.Embedded.Sql.Statements;

namespace IoTDB.Embedded.Sql.Parsing;

/// <summary>SET and UNSET: TTL, templates, the old form of CREATE DATABASE.</summary>
internal static class SettingParser
{
    public static Statement Parse(TokenReader reader)
    {
        bool isSet = reader.IsWord("SET");
        reader.Advance();
        if (reader.IsWord("DEVICE") || reader.IsWord("SCHEMA"))
        {
            return TemplateParser.ParseSetting(reader, isSet);
        }

        if (isSet && reader.TryWords("STORAGE", "GROUP", "TO"))
        {
            TreePath database = PathParser.ParsePattern(reader);
            return new CreateDatabaseStatement(database, DatabaseOptionsParser.Parse(reader));
        }

        reader.ExpectWord("TTL");
        if (!reader.TryWord("TO") && (isSet || !reader.TryWord("FROM")))
        {
            reader.Fail(isSet ? "TO" : "{FROM, TO}");
        }

        TreePath path = PathParser.ParsePattern(reader);
        return isSet ? new SetTtlStatement(path, ParseTtl(reader)) : new UnsetTtlStatement(path);
    }

    private static long? ParseTtl(TokenReader reader)
    {
        if (reader.TryWord("INF"))
        {
            return null;
        }

        string digits = reader.Expect(TokenKind.Integer, "{INF, INTEGER_LITERAL}");
        return long.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out long value)
            ? (value == long.MaxValue ? null : value)
            : throw SqlErrors.InternalOf(reader.Sql, $"For input string: \"{digits}\"");
    }
}
