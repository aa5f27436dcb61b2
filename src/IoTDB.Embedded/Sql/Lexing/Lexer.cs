namespace IoTDB.Embedded.Sql.Lexing;

/// <summary>Cuts a statement into tokens; at each place the longest token wins. Source: sql.md section 1.2.</summary>
internal sealed class Lexer
{
    private readonly string _text;
    private readonly List<Token> _tokens;
    private int _position;

    private Lexer(string text)
    {
        _text = text;
        _tokens = new List<Token>(Math.Max(16, text.Length / 5));
    }

    /// <summary>All tokens of a statement, closed by one <see cref="TokenKind.End"/>.</summary>
    /// <exception cref="SqlException">700: a character that starts no token, or a quote that is not closed.</exception>
    public static IReadOnlyList<Token> Tokenize(string text)
    {
        Lexer lexer = new(text);
        lexer.Run();
        return lexer._tokens;
    }

    private void Run()
    {
        while (true)
        {
            while (_position < _text.Length && Characters.IsBlank(_text[_position]))
            {
                _position++;
            }

            if (_position == _text.Length)
            {
                _tokens.Add(new Token(TokenKind.End, _position, 0));
                return;
            }

            char first = _text[_position];
            switch (first)
            {
                case '\'' or '"':
                    Add(TokenKind.Text, QuotedLength(first, _position));
                    break;
                case '`':
                    Add(TokenKind.QuotedWord, QuotedLength('`', _position));
                    break;
                case 'X' when Peek(1) == '\'':
                    Add(TokenKind.Binary, 1 + QuotedLength('\'', _position + 1));
                    break;
                default:
                    if (Characters.IsName(first))
                    {
                        ReadName();
                    }
                    else
                    {
                        ReadSymbol(first);
                    }

                    break;
            }
        }
    }

    private void ReadName()
    {
        int name = NameScanner.NameLength(_text, _position);
        (TokenKind kind, int length) = NameScanner.NumberLike(_text, _position);
        if (length >= name)
        {
            Add(kind, length);
            return;
        }

        Add(TokenKind.Word, name);
    }

    private void ReadSymbol(char first)
    {
        char second = Peek(1);
        (TokenKind kind, int length) = (first, second) switch
        {
            ('*', '*') => (TokenKind.DoubleStar, 2),
            ('=', '=') => (TokenKind.Equal, 2),
            ('!', '=') or ('<', '>') => (TokenKind.NotEqual, 2),
            ('<', '=') => (TokenKind.LessOrEqual, 2),
            ('>', '=') => (TokenKind.GreaterOrEqual, 2),
            ('&', '&') => (TokenKind.And, 2),
            ('|', '|') => (TokenKind.Or, 2),
            _ => (SingleOf(first), 1),
        };
        if (kind == TokenKind.End)
        {
            throw Unrecognised(_position, SymbolAt(_position));
        }

        Add(kind, length);
    }

    private static TokenKind SingleOf(char symbol) => symbol switch
    {
        '.' => TokenKind.Dot,
        ',' => TokenKind.Comma,
        ';' => TokenKind.Semicolon,
        '*' => TokenKind.Star,
        '+' => TokenKind.Plus,
        '-' => TokenKind.Minus,
        '/' => TokenKind.Slash,
        '%' => TokenKind.Percent,
        '(' => TokenKind.OpenBracket,
        ')' => TokenKind.CloseBracket,
        '[' => TokenKind.OpenSquare,
        ']' => TokenKind.CloseSquare,
        '=' => TokenKind.Equal,
        '<' => TokenKind.Less,
        '>' => TokenKind.Greater,
        '&' => TokenKind.And,
        '|' => TokenKind.Or,
        '!' => TokenKind.Not,
        _ => TokenKind.End,
    };

    private int QuotedLength(char quote, int start)
    {
        int position = start + 1;
        while (position < _text.Length)
        {
            if (_text[position] == quote)
            {
                if (position + 1 >= _text.Length || _text[position + 1] != quote)
                {
                    return position + 1 - start;
                }

                position++;
            }

            position++;
        }

        throw Unrecognised(start, _text[start..Math.Min(_text.Length, start + 20)]);
    }

    // A character beyond 16 bits is one symbol.
    private string SymbolAt(int position) =>
        _text.Substring(position, char.IsHighSurrogate(_text[position]) && position + 1 < _text.Length && char.IsLowSurrogate(_text[position + 1]) ? 2 : 1);

    private char Peek(int ahead) => _position + ahead < _text.Length ? _text[_position + ahead] : '\0';

    private void Add(TokenKind kind, int length)
    {
        _tokens.Add(new Token(kind, _position, length));
        _position += length;
    }

    private SqlException Unrecognised(int position, string text) =>
        SyntaxError.At(_text, position, $"token recognition error at: '{text}'");
}
