using System.Diagnostics.CodeAnalysis;
using IoTDB.Embedded.Sql.Lexing;
using IoTDB.Wire.Messages;

namespace IoTDB.Embedded.Sql.Parsing;

/// <summary>A place in a statement's tokens, and the ways to step on or to refuse.</summary>
internal sealed class TokenReader(string sql, SqlContext context)
{
    // Deeper nesting would only exhaust the stack; the server itself fails on such statements.
    private const int DeepestNesting = 256;

    private readonly IReadOnlyList<Token> _tokens = Lexer.Tokenize(sql);
    private int _depth;
    private SqlException? _refusal;

    public string Sql { get; } = sql;

    public SqlContext Context { get; } = context;

    /// <summary>Index of the current token; may be set back to try another reading.</summary>
    public int Position { get; set; }

    public Token Current => _tokens[Position];

    public TokenKind Kind => Current.Kind;

    public string Text => TextOf(Current);

    public Token Peek(int ahead = 1) => _tokens[Math.Min(Position + ahead, _tokens.Count - 1)];

    public Token At(int index) => _tokens[Math.Min(index, _tokens.Count - 1)];

    public string TextOf(Token token) => Sql.Substring(token.Start, token.Length);

    /// <summary>True when a token is this word, whatever its case.</summary>
    public bool IsWord(Token token, string word) =>
        token.Kind == TokenKind.Word && token.Length == word.Length &&
        Sql.AsSpan(token.Start, token.Length).Equals(word, StringComparison.OrdinalIgnoreCase);

    public bool IsWord(string word) => IsWord(Current, word);

    public bool IsAnyWord(Token token, params ReadOnlySpan<string> words)
    {
        foreach (string word in words)
        {
            if (IsWord(token, word))
            {
                return true;
            }
        }

        return false;
    }

    public void Advance() => Position = Math.Min(Position + 1, _tokens.Count - 1);

    /// <summary>The current token's text, stepping over it.</summary>
    public string Take()
    {
        string text = Text;
        Advance();
        return text;
    }

    public bool TryWord(string word)
    {
        if (!IsWord(word))
        {
            return false;
        }

        Advance();
        return true;
    }

    /// <summary>Takes all the words or none.</summary>
    public bool TryWords(params ReadOnlySpan<string> words)
    {
        for (int index = 0; index < words.Length; index++)
        {
            if (!IsWord(Peek(index), words[index]))
            {
                return false;
            }
        }

        Position += words.Length;
        return true;
    }

    public bool TryKind(TokenKind kind)
    {
        if (Kind != kind)
        {
            return false;
        }

        Advance();
        return true;
    }

    public void ExpectWord(string word)
    {
        if (!TryWord(word))
        {
            Fail(word);
        }
    }

    public void ExpectWords(params ReadOnlySpan<string> words)
    {
        foreach (string word in words)
        {
            ExpectWord(word);
        }
    }

    public void Expect(TokenKind kind)
    {
        if (!TryKind(kind))
        {
            Fail(Describe(kind));
        }
    }

    /// <summary>The text of a token of this kind, stepping over it.</summary>
    public string Expect(TokenKind kind, string what)
    {
        if (Kind != kind)
        {
            Fail(what);
        }

        return Take();
    }

    /// <summary>
    /// Notes that the statement means something the server refuses. It counts only if the rest is well formed, because the server reads a statement
    /// to its end before it asks for the meaning; of several refusals the first counts.
    /// </summary>
    public void Refuse(string message) => Refuse(new SqlException(StatusCode.SemanticError, message));

    /// <inheritdoc cref="Refuse(string)"/>
    public void Refuse(SqlException refusal) => _refusal ??= refusal;

    /// <summary>What a word means, or the type's default and a noted refusal.</summary>
    public T Understand<T>(string word, Func<string, T> meaningOf)
    {
        try
        {
            return meaningOf(word);
        }
        catch (SqlException refusal)
        {
            _refusal ??= refusal;
            return default!;
        }
    }

    /// <summary>What a statement is refused with that a part after its noted refusal refused as well.</summary>
    public SqlException FirstOf(SqlException refusal) => refusal.Code == StatusCode.SqlParseError ? refusal : _refusal ?? refusal;

    /// <summary>Refuses what stands behind the last clause of a statement, and then what <see cref="Refuse(string)"/> noted.</summary>
    public void ExpectEnd()
    {
        if (Kind is not TokenKind.End && !(Kind == TokenKind.Semicolon && Peek().Kind == TokenKind.End))
        {
            Fail("{<EOF>, ';'}");
        }

        if (_refusal is not null)
        {
            throw _refusal;
        }
    }

    /// <summary>True inside of <see cref="Nested{T}"/>.</summary>
    public bool IsNested => _depth > 0;

    /// <summary>The refusal of a statement that would exhaust the stack.</summary>
    public SqlException TooDeep(int levels) => SyntaxError.At(Sql, Current.Start, $"the statement nests deeper than {levels} levels");

    /// <summary>Runs a part that may nest, refusing depth that would exhaust the stack.</summary>
    public T Nested<T>(Func<TokenReader, T> parse)
    {
        if (++_depth > DeepestNesting)
        {
            throw TooDeep(DeepestNesting);
        }

        T result = parse(this);
        _depth--;
        return result;
    }

    [DoesNotReturn]
    public void Fail(string expected) => throw Failure(expected);

    [DoesNotReturn]
    public T Fail<T>(string expected) => throw Failure(expected);

    private SqlException Failure(string expected)
    {
        string found = Kind == TokenKind.End ? "<EOF>" : Text;
        return SyntaxError.At(Sql, Current.Start, $"mismatched input '{found}' expecting {expected}");
    }

    private static string Describe(TokenKind kind) => kind switch
    {
        TokenKind.Comma => "','",
        TokenKind.OpenBracket => "'('",
        TokenKind.CloseBracket => "')'",
        TokenKind.Equal => "'='",
        TokenKind.Dot => "'.'",
        TokenKind.End => "<EOF>",
        _ => kind.ToString(),
    };
}
