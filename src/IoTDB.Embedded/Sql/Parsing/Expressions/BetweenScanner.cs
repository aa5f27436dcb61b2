using IoTDB.Embedded.Sql.Lexing;

namespace IoTDB.Embedded.Sql.Parsing;

/// <summary>Finds the AND that separates the bounds of a BETWEEN: the last one of its level that no inner BETWEEN needs.</summary>
internal static class BetweenScanner
{
    private static readonly string[] s_ends =
    [
        "FROM", "AS", "INTO", "WHERE", "GROUP", "HAVING", "ORDER", "FILL", "LIMIT", "OFFSET", "SLIMIT", "SOFFSET", "ALIGN", "THEN", "ELSE", "WHEN", "END",
        "ASC", "DESC",
    ];

    /// <summary>The index of that token, or -1.</summary>
    public static int LastAnd(TokenReader reader)
    {
        int found = -1, depth = 0, inner = 0;
        for (int index = reader.Position; ; index++)
        {
            Token token = reader.At(index);
            switch (token.Kind)
            {
                case TokenKind.End:
                case TokenKind.Semicolon:
                case TokenKind.Comma when depth == 0:
                    return found;
                case TokenKind.OpenBracket:
                    depth++;
                    continue;
                case TokenKind.CloseBracket:
                    if (--depth < 0)
                    {
                        return found;
                    }

                    continue;
            }

            if (depth > 0)
            {
                continue;
            }

            if (reader.IsAnyWord(token, s_ends) && reader.At(index - 1).Kind != TokenKind.Dot && reader.At(index + 1).Kind != TokenKind.Dot)
            {
                return found;
            }

            if (reader.IsWord(token, "BETWEEN"))
            {
                inner++;
            }
            else if (token.Kind == TokenKind.And || reader.IsWord(token, "AND"))
            {
                if (inner > 0)
                {
                    inner--;
                }
                else
                {
                    found = index;
                }
            }
        }
    }
}
