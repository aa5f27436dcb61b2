using IoTDB.Embedded.Engine.Schema;
using IoTDB.Embedded.Paths;
using IoTDB.Embedded.Sql.Expressions;

namespace IoTDB.Embedded.Executing.Planning;

/// <summary>Completes suffix paths with the FROM prefixes and expands wildcards. Source: sql.md sections 5.2 and 5.4.</summary>
/// <param name="catalog">The series there are.</param>
/// <param name="patterns">All patterns of the query, over which the server makes one tree of schema; none where each is looked up by itself.</param>
internal sealed class PathExpander(Catalog catalog, Func<TreePath[]?>? patterns = null)
{
    private readonly Lazy<Dictionary<string, int>?> _ranks = new(() => patterns?.Invoke() is { } all ? SchemaOrder.Rank(catalog, all) : null);

    /// <summary>The expression over every prefix: one for each combination of prefixes of its paths.</summary>
    public static IEnumerable<Expression> Prefix(Expression expression, IReadOnlyList<TreePath> prefixes) =>
        Expand(expression, path => path.IsFull ? [path] : [.. prefixes.Select(prefix => new PathExpression(prefix.Concat(path.Path), IsFull: true))]);

    /// <summary>The expression over every combination of existing series; none where a path matches nothing.</summary>
    public IEnumerable<Expression> Resolve(Expression expression) => Expand(expression, Match);

    /// <summary>The same; a path that matches nothing stays as it is.</summary>
    public IEnumerable<Expression> ResolveKnown(Expression expression) =>
        Expand(expression, path => Match(path) is { Count: > 0 } found ? found : [path]);

    /// <summary>True where a path without wildcard names a series.</summary>
    public bool Exists(PathExpression path) => catalog.FindSeries(path.Path.Nodes) is not null;

    /// <summary>A condition over all prefixes; a path that matches nothing below one of them stands for none at all.</summary>
    public IEnumerable<Expression> ResolveCondition(Expression condition, IReadOnlyList<TreePath> prefixes) => Expand(condition, path =>
    {
        List<PathExpression> all = [];
        foreach (PathExpression full in path.IsFull ? [path] : prefixes.Select(prefix => new PathExpression(prefix.Concat(path.Path), IsFull: true)))
        {
            IReadOnlyList<PathExpression> found = Match(full);
            if (found.Count == 0)
            {
                return [full];
            }

            all.AddRange(found);
        }

        return all;
    });

    /// <summary>Existing series of a path, in the server's order; a path without wildcard keeps its text, also an alias.</summary>
    public IReadOnlyList<PathExpression> Match(PathExpression path)
    {
        if (!path.Path.HasWildcard)
        {
            return catalog.FindSeries(path.Path.Nodes) is null ? [] : [path];
        }

        IEnumerable<IReadOnlyList<string>> matched = SchemaOrder.Sort(catalog.MatchSeries(path.Path));
        if (_ranks.Value is { } ranks)
        {
            matched = matched.OrderBy(nodes => ranks.GetValueOrDefault(SchemaOrder.TextOf(nodes), int.MaxValue));
        }

        return [.. matched.Select(nodes => new PathExpression(new TreePath(nodes), IsFull: true))];
    }

    /// <summary>The expression over every combination of what its paths stand for.</summary>
    public static IEnumerable<Expression> Expand(Expression expression, Func<PathExpression, IReadOnlyList<PathExpression>> expand)
    {
        if (expression is PathExpression path)
        {
            return expand(path);
        }

        IReadOnlyList<Expression> children = expression.Children;
        if (children.Count == 0)
        {
            return [expression];
        }

        // COUNT_IF's second argument is a threshold, no path.
        bool skipsSecond = expression is FunctionExpression { Key: "COUNT_IF" };
        IReadOnlyList<Expression>[] choices = new IReadOnlyList<Expression>[children.Count];
        for (int index = 0; index < choices.Length; index++)
        {
            choices[index] = skipsSecond && index == 1 ? [children[index]] : [.. Expand(children[index], expand)];
        }

        return Product(choices).Select(expression.WithChildren);
    }

    // The last choice turns fastest.
    private static IEnumerable<Expression[]> Product(IReadOnlyList<Expression>[] choices)
    {
        if (choices.Any(choice => choice.Count == 0))
        {
            yield break;
        }

        int[] turn = new int[choices.Length];
        while (true)
        {
            yield return [.. choices.Select((choice, index) => choice[turn[index]])];
            int wheel = turn.Length - 1;
            while (wheel >= 0 && ++turn[wheel] == choices[wheel].Count)
            {
                turn[wheel--] = 0;
            }

            if (wheel < 0)
            {
                yield break;
            }
        }
    }
}
