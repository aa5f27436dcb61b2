using System.Collections.Immutable;
using IoTDB.Embedded.Paths;
using IoTDB.Embedded.Sql.Expressions;
using IoTDB.Embedded.Sql.Lexing;
using IoTDB.Embedded.Sql.Statements;

namespace IoTDB.Embedded.Sql.Parsing;

/// <summary>SELECT. Source: sql.md section 5.</summary>
internal static class SelectParser
{
    private const string EndTime = "__endTime";

    /// <summary>A query of SELECT and FROM alone, as views are made from.</summary>
    public static SelectStatement ParseItemsAndPrefixes(TokenReader reader)
    {
        ImmutableArray<SelectItem> items = ParseSelect(reader, out QueryOptions options);
        reader.ExpectWord("FROM");
        return new SelectStatement(items, PathParser.ParsePatterns(reader), options);
    }

    public static SelectStatement Parse(TokenReader reader)
    {
        ImmutableArray<SelectItem> items = ParseSelect(reader, out QueryOptions options);
        if (reader.TryWord("INTO"))
        {
            options = options with { Into = IntoParser.Parse(reader) };
        }

        reader.ExpectWord("FROM");
        ImmutableArray<TreePath> from = PathParser.ParsePatterns(reader);
        if (reader.TryWord("WHERE"))
        {
            options = options with { Where = ExpressionParser.Parse(reader) };
        }

        if (reader.TryWords("GROUP", "BY"))
        {
            options = GroupByParser.Parse(reader, options);
        }

        if (reader.TryWord("HAVING"))
        {
            options = options with { Having = ExpressionParser.Parse(reader) };
        }

        options = ParseOrderAndFill(reader, options);
        options = PagingParser.ParseAll(reader, options);
        if (reader.TryWords("ALIGN", "BY"))
        {
            options = options with { ByDevice = reader.TryWord("DEVICE") };
            if (!options.ByDevice)
            {
                reader.ExpectWord("TIME");
            }
        }

        return new SelectStatement(items, from, options);
    }

    private static ImmutableArray<SelectItem> ParseSelect(TokenReader reader, out QueryOptions options)
    {
        reader.ExpectWord("SELECT");
        bool isLast = reader.IsWord("LAST") && StartsItem(reader) && reader.TryWord("LAST");
        options = new QueryOptions { IsLast = isLast };
        return ParseItems(reader, ref options);
    }

    // "last" is an item's name where a comma or FROM follows it, and a function's where it has several arguments.
    private static bool StartsItem(TokenReader reader) =>
        reader.Peek().Kind is not (TokenKind.Comma or TokenKind.Dot) && !HasArguments(reader) && !reader.IsAnyWord(reader.Peek(), "FROM", "AS");

    private static ImmutableArray<SelectItem> ParseItems(TokenReader reader, ref QueryOptions options)
    {
        ImmutableArray<SelectItem>.Builder items = ImmutableArray.CreateBuilder<SelectItem>();
        do
        {
            Expression expression = ExpressionParser.Parse(reader);
            string? alias = reader.TryWord("AS") ? ParseAlias(reader) : null;
            if (expression is PathExpression { IsFull: false, Path: { Length: 1 } path } && path.Last == EndTime)
            {
                options = options with { WithEndTime = true };
                continue;
            }

            RefuseFullPaths(reader, expression);
            items.Add(new SelectItem(expression, alias));
        }
        while (reader.TryKind(TokenKind.Comma));
        return items.ToImmutable();
    }

    private static string ParseAlias(TokenReader reader)
    {
        if (reader.Kind == TokenKind.Binary || reader.IsAnyWord(reader.Current, "NULL", "NAN"))
        {
            reader.Refuse(SqlErrors.InternalOf(reader.Sql, $"Unsupported constant value: {reader.Text}"));
        }

        return NameParser.ParseNameOrLiteral(reader);
    }

    private static void RefuseFullPaths(TokenReader reader, Expression expression)
    {
        if (expression is PathExpression { IsFull: true })
        {
            reader.Refuse("Path can not start with root in select clause.");
        }

        foreach (Expression child in expression.Children)
        {
            RefuseFullPaths(reader, child);
        }
    }

    private static QueryOptions ParseOrderAndFill(TokenReader reader, QueryOptions options)
    {
        bool ordered = false;
        while (true)
        {
            if (!ordered && reader.TryWords("ORDER", "BY"))
            {
                ordered = true;
                options = options with { OrderBy = OrderByParser.Parse(reader) };
            }
            else if (options.Fill is null && reader.IsWord("FILL"))
            {
                options = options with { Fill = FillParser.Parse(reader) };
            }
            else
            {
                return options;
            }
        }
    }

    private static bool HasArguments(TokenReader reader)
    {
        int depth = 0;
        for (int ahead = 1; ; ahead++)
        {
            switch (reader.Peek(ahead).Kind)
            {
                case TokenKind.OpenBracket:
                    depth++;
                    break;
                case TokenKind.CloseBracket when depth > 1:
                    depth--;
                    break;
                case TokenKind.Comma when depth == 1:
                    return true;
                default:
                    if (depth == 0 || reader.Peek(ahead).Kind is TokenKind.CloseBracket or TokenKind.End)
                    {
                        return false;
                    }

                    break;
            }
        }
    }
}
