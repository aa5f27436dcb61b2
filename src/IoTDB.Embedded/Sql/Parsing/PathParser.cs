using System.Collections.Immutable;
using IoTDB.Embedded.Paths;
using IoTDB.Embedded.Sql.Lexing;

namespace IoTDB.Embedded.Sql.Parsing;

/// <summary>Paths and their nodes. Source: sql.md sections 1.2 to 1.4.</summary>
internal static class PathParser
{
    // What may follow an expression: after "v *" these say that the star is part of the name.
    private static readonly string[] s_afterExpression =
    [
        "FROM", "AS", "INTO", "WHERE", "AND", "OR", "IN", "IS", "LIKE", "REGEXP", "BETWEEN", "CONTAINS", "GROUP", "HAVING", "ORDER",
        "FILL", "LIMIT", "OFFSET", "SLIMIT", "SOFFSET", "ALIGN", "ASC", "DESC", "NULLS", "THEN", "ELSE", "WHEN", "END",
    ];

    /// <summary>A path from root; wildcards allowed.</summary>
    public static TreePath ParsePattern(TokenReader reader)
    {
        List<string> nodes = [ParseRoot(reader)];
        while (reader.TryKind(TokenKind.Dot))
        {
            nodes.Add(ParseNode(reader, inExpression: false));
        }

        return new TreePath(nodes);
    }

    /// <summary>The path of a series, which needs more than <c>root</c>; wildcards allowed.</summary>
    public static TreePath ParseSeriesPattern(TokenReader reader) => RefuseRoot(reader, ParsePattern(reader));

    /// <summary>The path of a series, which needs more than <c>root</c>.</summary>
    public static TreePath ParseSeries(TokenReader reader) => RefuseRoot(reader, ParseConcrete(reader));

    /// <summary>A path from root without wildcards.</summary>
    public static TreePath ParseConcrete(TokenReader reader)
    {
        List<string> nodes = [ParseRoot(reader)];
        while (reader.TryKind(TokenKind.Dot))
        {
            nodes.Add(ParseConcreteNode(reader));
        }

        return new TreePath(nodes);
    }

    public static ImmutableArray<TreePath> ParsePatterns(TokenReader reader) => ParsePatterns(reader, ParsePattern);

    public static ImmutableArray<TreePath> ParsePatterns(TokenReader reader, Func<TokenReader, TreePath> parse)
    {
        ImmutableArray<TreePath>.Builder patterns = ImmutableArray.CreateBuilder<TreePath>();
        do
        {
            patterns.Add(parse(reader));
        }
        while (reader.TryKind(TokenKind.Comma));
        return patterns.ToImmutable();
    }

    /// <summary>A pattern where the statement may leave it out.</summary>
    public static TreePath? ParseOptionalPattern(TokenReader reader) => reader.IsWord("root") ? ParsePattern(reader) : null;

    /// <summary>A full or suffix path within an expression.</summary>
    public static TreePath ParseInExpression(TokenReader reader, out bool isFull)
    {
        isFull = reader.IsWord("root");
        List<string> nodes = [isFull ? ParseRoot(reader) : ParseNode(reader, inExpression: true)];
        while (reader.Kind == TokenKind.Dot && !IsFraction(reader))
        {
            reader.Advance();
            nodes.Add(ParseNode(reader, inExpression: true));
        }

        return new TreePath(nodes);
    }

    public static bool StartsPath(TokenReader reader) =>
        reader.Kind is TokenKind.Star or TokenKind.DoubleStar || reader.IsWord("root") || NameParser.IsName(reader, reader.Current);

    /// <summary>A node that must be a name: INSERT columns, CREATE paths.</summary>
    public static string ParseConcreteNode(TokenReader reader)
    {
        if (!NameParser.IsName(reader, reader.Current))
        {
            reader.Fail("a node name");
        }

        return Canonical(reader);
    }

    private static TreePath RefuseRoot(TokenReader reader, TreePath path)
    {
        if (path.Length == 1)
        {
            reader.Refuse(SqlErrors.InternalOf(reader.Sql, $"nodes.length for MeasurementPath should always be greater than 2, current is: [{path}]"));
        }

        return path;
    }

    private static string ParseRoot(TokenReader reader)
    {
        if (!reader.IsWord("root"))
        {
            reader.Fail("ROOT");
        }

        return reader.Take();
    }

    private static string ParseNode(TokenReader reader, bool inExpression)
    {
        string prefix = string.Empty;
        if (reader.Kind is TokenKind.Star or TokenKind.DoubleStar)
        {
            int end = reader.Current.End;
            prefix = reader.Take();
            bool adjoins = reader.Current.Start == end;
            if (!adjoins || !(reader.Kind is TokenKind.Duration or TokenKind.Integer || (reader.Kind == TokenKind.Word && NameParser.IsName(reader, reader.Current))))
            {
                return prefix;
            }
        }
        else if (!NameParser.IsName(reader, reader.Current) && !IsNumberBeforeStar(reader, inExpression))
        {
            reader.Fail("a node name");
        }

        string name = Canonical(reader);
        if (reader.Kind is TokenKind.Star or TokenKind.DoubleStar && !NodeName.IsQuoted(name) && !(inExpression && StarIsProduct(reader)))
        {
            return prefix + name + reader.Take();
        }

        return prefix + name;
    }

    private static bool IsNumberBeforeStar(TokenReader reader, bool inExpression) =>
        !inExpression && reader.Kind == TokenKind.Integer && reader.Peek().Kind is TokenKind.Star or TokenKind.DoubleStar;

    // "v * w" is a product; "v * -2" is the wildcard v* minus 2, because white space does not count (sql.md rule 23).
    private static bool StarIsProduct(TokenReader reader)
    {
        if (reader.Kind == TokenKind.DoubleStar)
        {
            return false;
        }

        // "v * *w" is the wildcard v* times w, "v * *" the product of v and all.
        return reader.Peek().Kind == TokenKind.Star ? !StartsFactor(reader, 2) && reader.Peek(2).Kind is not (TokenKind.Plus or TokenKind.Minus) : StartsFactor(reader, 1);
    }

    private static bool StartsFactor(TokenReader reader, int ahead)
    {
        Token next = reader.Peek(ahead);
        return next.Kind switch
        {
            TokenKind.Word when reader.IsWord(next, "NOT") =>
                !reader.IsAnyWord(reader.Peek(ahead + 1), "IN", "LIKE", "BETWEEN", "REGEXP", "CONTAINS"),
            TokenKind.Word => !reader.IsAnyWord(next, s_afterExpression),
            TokenKind.Dot => reader.Peek(ahead + 1).Kind is TokenKind.Integer or TokenKind.Exponent,
            TokenKind.Integer or TokenKind.Exponent or TokenKind.Text or TokenKind.Binary or TokenKind.DateTime or TokenKind.Duration => true,
            TokenKind.QuotedWord or TokenKind.OpenBracket or TokenKind.Not or TokenKind.Star or TokenKind.DoubleStar => true,
            _ => false,
        };
    }

    private static bool IsFraction(TokenReader reader) => reader.Peek().Kind is TokenKind.Integer or TokenKind.Exponent
        && reader.Peek(2).Kind is not (TokenKind.Star or TokenKind.DoubleStar);

    private static string Canonical(TokenReader reader)
    {
        bool quoted = reader.Kind == TokenKind.QuotedWord;
        string text = reader.Take();
        if (quoted)
        {
            return NodeName.FromText(NodeName.ToText(text));
        }

        if (!NodeName.IsPlain(text))
        {
            reader.Refuse(
                $"{text} is illegal, unquoted node name can only consist of digits, characters and underscore, or start or end with wildcard");
        }

        return text;
    }
}
