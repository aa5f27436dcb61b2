using System.Collections.Immutable;
using IoTDB.Embedded.Paths;
using IoTDB.Embedded.Sql.Lexing;
using IoTDB.Embedded.Sql.Statements;

namespace IoTDB.Embedded.Sql.Parsing;

/// <summary>Views, which this release reads and refuses. Source: sql.md section 3.7.</summary>
internal static class ViewParser
{
    public static CreateViewStatement ParseCreate(TokenReader reader)
    {
        ViewTargets targets = ParseTargets(reader);
        reader.ExpectWord("AS");
        (ImmutableArray<TreePath> sources, SelectStatement? query) = ParseSource(reader);
        return new CreateViewStatement(targets, sources, query);
    }

    public static AlterViewStatement ParseAlter(TokenReader reader)
    {
        int start = reader.Position;
        TreePath path = PathParser.ParsePattern(reader);
        if (!path.HasWildcard && reader.TryWords("RENAME", "TO"))
        {
            _ = PathParser.ParseConcrete(reader);
            reader.Refuse("Renaming view is not supported.");
            return new AlterViewStatement(new ViewTargets([path], null), [], null, null);
        }

        reader.Position = start;
        ViewTargets targets = ParseTargets(reader);
        if (targets.Paths.Length > 1 || reader.IsWord("AS"))
        {
            reader.ExpectWord("AS");
            (ImmutableArray<TreePath> sources, SelectStatement? query) = ParseSource(reader);
            return new AlterViewStatement(targets, sources, query, null);
        }

        SeriesAlteration alteration = AlterParser.ParseAlteration(reader);
        if (alteration is SeriesAlteration.Upsert { Alias: not null })
        {
            reader.Refuse("View doesn't support alias.");
        }

        return new AlterViewStatement(targets, [], null, alteration);
    }

    public static ShowViewStatement ParseShow(TokenReader reader)
    {
        TreePath? pattern = PathParser.ParseOptionalPattern(reader);
        SchemaCondition? condition = SchemaConditionParser.ParseOfViews(reader);
        (long? limit, long offset) = PagingParser.ParseRows(reader);
        return new ShowViewStatement(pattern, condition, limit, offset);
    }

    // Of a query only SELECT and FROM.
    private static (ImmutableArray<TreePath> Sources, SelectStatement? Query) ParseSource(TokenReader reader)
    {
        if (!reader.IsWord("SELECT"))
        {
            TreePath first = PathParser.ParseSeriesPattern(reader);
            return ([.. ParseRest(reader, first, PathParser.ParseConcreteNode, out _)], null);
        }

        SelectStatement query = SelectParser.ParseItemsAndPrefixes(reader);
        reader.ExpectEnd();
        return ([], query);
    }

    private static ViewTargets ParseTargets(TokenReader reader)
    {
        TreePath first = PathParser.ParseSeriesPattern(reader);
        ImmutableArray<TreePath> paths = [.. ParseRest(reader, first, IntoParser.ParseNode, out bool inBrackets)];
        bool isPattern = inBrackets && paths.Any(path => path.Nodes.Skip(first.Length).Any(IntoParser.HasPlaceholder));
        return new ViewTargets(
            paths,
            isPattern ? new IntoClause([new IntoTarget(first, IsFull: true, IsAligned: false, [.. paths.Select(path => path.Last)])]) : null);
    }

    // Whole paths, or prefix(a, b.c).
    private static List<TreePath> ParseRest(TokenReader reader, TreePath first, Func<TokenReader, string> parseNode, out bool inBrackets)
    {
        List<TreePath> paths = [];
        inBrackets = reader.TryKind(TokenKind.OpenBracket);
        if (!inBrackets)
        {
            if (first.HasWildcard)
            {
                reader.Fail("'('");
            }

            paths.Add(first);
            while (reader.TryKind(TokenKind.Comma))
            {
                paths.Add(PathParser.ParseSeries(reader));
            }

            return paths;
        }

        do
        {
            TreePath path = first.Append(parseNode(reader));
            while (reader.TryKind(TokenKind.Dot))
            {
                path = path.Append(parseNode(reader));
            }

            paths.Add(path);
        }
        while (reader.TryKind(TokenKind.Comma));
        reader.Expect(TokenKind.CloseBracket);
        return paths;
    }
}
