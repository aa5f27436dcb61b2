namespace IoTDB.Embedded.Sql.Lexing;

/// <summary>Kinds of token. Keywords are words: what a word means depends on where it stands.</summary>
internal enum TokenKind : byte
{
    End,
    Word,
    QuotedWord,
    Integer,

    /// <summary>Digits with an exponent, such as <c>1e3</c>.</summary>
    Exponent,
    Duration,
    DateTime,
    Text,
    Binary,
    Dot,
    Comma,
    Semicolon,
    Star,
    DoubleStar,
    Plus,
    Minus,
    Slash,
    Percent,
    OpenBracket,
    CloseBracket,
    OpenSquare,
    CloseSquare,
    Equal,
    NotEqual,
    Less,
    LessOrEqual,
    Greater,
    GreaterOrEqual,

    /// <summary><c>&amp;</c> or <c>&amp;&amp;</c>.</summary>
    And,

    /// <summary><c>|</c> or <c>||</c>.</summary>
    Or,

    /// <summary><c>!</c>.</summary>
    Not,
}
