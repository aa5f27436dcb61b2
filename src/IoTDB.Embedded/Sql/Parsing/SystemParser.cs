using IoTDB.Embedded.Sql.Lexing;
using IoTDB.Embedded.Sql.Statements;

namespace IoTDB.Embedded.Sql.Parsing;

/// <summary>FLUSH, CLEAR CACHE, KILL QUERY and EXPLAIN.</summary>
internal static class SystemParser
{
    public static Statement Parse(TokenReader reader)
    {
        if (reader.TryWord("FLUSH"))
        {
            FlushStatement flush = new(reader.IsWord("root") ? PathParser.ParsePatterns(reader) : []);
            _ = reader.TryWord("TRUE") || reader.TryWord("FALSE");
            if (reader.TryWord("ON"))
            {
                _ = reader.TryWord("LOCAL") || reader.TryWord("CLUSTER") || reader.Fail<bool>("{CLUSTER, LOCAL}");
            }

            return flush;
        }

        if (reader.TryWord("CLEAR"))
        {
            _ = reader.TryWord("SCHEMA") || reader.TryWord("QUERY") || reader.TryWord("ALL");
            reader.ExpectWord("CACHE");
            _ = reader.TryWords("ON", "LOCAL") || reader.TryWords("ON", "CLUSTER");
            return new ClearCacheStatement();
        }

        if (reader.TryWord("KILL"))
        {
            if (reader.TryWords("ALL", "QUERIES"))
            {
                return new KillQueryStatement((string?)null);
            }

            reader.ExpectWord("QUERY");
            return new KillQueryStatement(ConstantParser.ParseText(reader));
        }

        reader.ExpectWord("EXPLAIN");
        bool isAnalyzed = reader.TryWord("ANALYZE");
        reader.TryWord("VERBOSE");
        return reader.Kind == TokenKind.Word
            ? new ExplainStatement(SelectParser.Parse(reader), isAnalyzed)
            : reader.Fail<Statement>("SELECT");
    }
}
