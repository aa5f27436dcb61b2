using System.Collections.Immutable;
using IoTDB.Embedded.Paths;
using IoTDB.Embedded.Sql.Expressions;
using IoTDB.Embedded.Sql.Lexing;
using IoTDB.Embedded.Sql.Statements;

namespace IoTDB.Embedded.Sql.Parsing;

/// <summary>Views, which this release reads and refuses. Source: sql.md section 3.7.</summary>
internal static class ViewParser
{
    public static CreateViewStatement ParseCreate(TokenReader reader)
    {
        ImmutableArray<TreePath> targets = ParsePaths(reader);
        reader.ExpectWord("AS");
        (ImmutableArray<TreePath> sources, SelectStatement? query) = ParseSource(reader);
        return new CreateViewStatement(targets, sources, query);
    }

    public static AlterViewStatement ParseAlter(TokenReader reader)
    {
        ImmutableArray<TreePath> targets = ParsePaths(reader);
        if (!reader.TryWord("AS"))
        {
            return new AlterViewStatement(targets, [], null, AlterParser.ParseAlteration(reader));
        }

        (ImmutableArray<TreePath> sources, SelectStatement? query) = ParseSource(reader);
        return new AlterViewStatement(targets, sources, query, null);
    }

    public static ShowViewStatement ParseShow(TokenReader reader)
    {
        TreePath? pattern = PathParser.ParseOptionalPattern(reader);
        (SchemaCondition? condition, Expression? _) = SchemaConditionParser.ParseOfSeries(reader);
        (long? limit, long offset) = PagingParser.ParseRows(reader);
        return new ShowViewStatement(pattern, condition, limit, offset);
    }

    private static (ImmutableArray<TreePath> Sources, SelectStatement? Query) ParseSource(TokenReader reader) =>
        reader.IsWord("SELECT") ? ([], SelectParser.Parse(reader)) : (ParsePaths(reader), null);

    // Whole paths, or prefix(a, b).
    private static ImmutableArray<TreePath> ParsePaths(TokenReader reader)
    {
        ImmutableArray<TreePath>.Builder paths = ImmutableArray.CreateBuilder<TreePath>();
        do
        {
            TreePath path = PathParser.ParseConcrete(reader);
            if (!reader.TryKind(TokenKind.OpenBracket))
            {
                paths.Add(path);
                continue;
            }

            do
            {
                paths.Add(path.Append(PathParser.ParseConcreteNode(reader)));
            }
            while (reader.TryKind(TokenKind.Comma));
            reader.Expect(TokenKind.CloseBracket);
        }
        while (reader.TryKind(TokenKind.Comma));
        return paths.ToImmutable();
    }
}
