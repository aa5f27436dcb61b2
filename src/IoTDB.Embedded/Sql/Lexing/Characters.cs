namespace IoTDB.Embedded.Sql.Lexing;

/// <summary>Character classes of the lexer and of names.</summary>
internal static class Characters
{
    public static bool IsBlank(char c) => c is ' ' or '\t' or '\r' or '\n' or '\v';

    /// <summary>May stand in an unquoted name as far as the lexer is concerned.</summary>
    public static bool IsName(char c) => IsPlainName(c) || c is ':' or '@' or '#' or '$' or '{' or '}';

    /// <summary>May stand in a name that needs no quotes.</summary>
    public static bool IsPlainName(char c) => char.IsAsciiLetterOrDigit(c) || c == '_' || c is >= '\u2E80' and <= '\u9FFF';
}
