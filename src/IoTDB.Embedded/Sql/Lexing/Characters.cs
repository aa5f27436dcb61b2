using IoTDB.Embedded.Paths;

namespace IoTDB.Embedded.Sql.Lexing;

/// <summary>Character classes of the lexer.</summary>
internal static class Characters
{
    public static bool IsBlank(char c) => c is ' ' or '\t' or '\r' or '\n' or '\v';

    /// <summary>May stand in an unquoted name as far as the lexer is concerned.</summary>
    public static bool IsName(char c) => NodeName.IsPlain(c) || c is ':' or '@' or '#' or '$' or '{' or '}';
}
