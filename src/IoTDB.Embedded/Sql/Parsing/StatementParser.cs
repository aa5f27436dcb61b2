using IoTDB.Embedded.Sql.Lexing;
using IoTDB.Embedded.Sql.Statements;
using IoTDB.Wire.Messages;

namespace IoTDB.Embedded.Sql.Parsing;

/// <summary>Text to statement. One statement per text, with at most one semicolon behind it.</summary>
internal static class StatementParser
{
    /// <exception cref="SqlException">700 for text outside the grammar, 701 and 509 for what the server refuses while it reads.</exception>
    public static Statement Parse(string sql, SqlContext context)
    {
        if (context.Dialect != SqlDialect.Tree)
        {
            throw new SqlException(StatusCode.UnsupportedOperation, "The embedded server does not speak the table dialect.");
        }

        TokenReader reader = new(sql, context);
        try
        {
            reader.TryWord("DEBUG");
            Statement statement = ParseStatement(reader);
            reader.ExpectEnd();
            return statement;
        }
        catch (SqlException refusal)
        {
            throw reader.FirstOf(refusal);
        }
    }

    private static Statement ParseStatement(TokenReader reader)
    {
        string verb = reader.Kind == TokenKind.Word ? reader.Text.ToUpperInvariant() : string.Empty;
        return verb switch
        {
            "SELECT" => SelectParser.Parse(reader),
            "INSERT" => InsertParser.Parse(reader),
            "DELETE" or "DROP" => DropParser.Parse(reader),
            "CREATE" => CreateParser.Parse(reader),
            "ALTER" => AlterParser.Parse(reader),
            "SHOW" => ShowParser.Parse(reader),
            "COUNT" => CountParser.Parse(reader),
            "SET" or "UNSET" => SettingParser.Parse(reader),
            "DEACTIVATE" => TemplateParser.ParseDeactivate(reader),
            "GRANT" or "REVOKE" or "LIST" => UserParser.Parse(reader),
            "FLUSH" or "CLEAR" or "KILL" or "EXPLAIN" => SystemParser.Parse(reader),
            _ => reader.Fail<Statement>(
                "{ALTER, CALL, CLEAR, COUNT, CREATE, DEACTIVATE, DEBUG, DELETE, DROP, EXPLAIN, FLUSH, GRANT, INSERT, KILL, LIST, LOAD, MIGRATE, REMOVE, "
                + "REVOKE, SELECT, SET, SETTLE, SHOW, START, STOP, UNLOAD, UNSET, VERIFY}"),
        };
    }
}
