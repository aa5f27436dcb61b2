namespace IoTDB.Embedded.Sql.Lexing;

/// <summary>A piece of a statement: its kind and where its text lies.</summary>
internal readonly record struct Token(TokenKind Kind, int Start, int Length)
{
    public int End => Start + Length;
}
