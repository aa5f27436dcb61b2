using IoTDB.Embedded.Executing.Aggregating;
using IoTDB.Embedded.Paths;
using IoTDB.Embedded.Sql.Expressions;

namespace IoTDB.Embedded.Executing.Planning;

/// <summary>GROUP BY LEVEL: aggregates whose paths are equal at the given levels are one. Source: sql.md section 5.7.</summary>
internal sealed class LevelGrouping(IReadOnlyList<int> levels)
{
    private readonly Dictionary<string, bool> _isStar = new(StringComparer.Ordinal);

    public bool IsNone => levels.Count == 0;

    /// <summary>
    /// Remembers how a series was first met: <c>count(*)</c> merges all measurements, and whatever else reads them later.
    /// </summary>
    public void Note(Expression item, Expression resolved)
    {
        bool isStar = item is FunctionExpression { Key: "COUNT", Arguments: [PathExpression { Path.Last: "*" or "**" }] };
        ExpressionKinds.Any(resolved, inner =>
        {
            if (inner is PathExpression path)
            {
                _isStar.TryAdd(path.ToString(), isStar);
            }

            return false;
        });
    }

    /// <summary>The text of an expression with the levels that do not count as <c>*</c>.</summary>
    public string Text(Expression expression) => IsNone ? expression.ToString() : Merge(expression).ToString();

    private Expression Merge(Expression expression)
    {
        if (AggregateTable.IsAggregate(expression))
        {
            return Rewrite(expression);
        }

        return expression.Children.Count == 0 ? expression : expression.WithChildren([.. expression.Children.Select(Merge)]);
    }

    private Expression Rewrite(Expression expression)
    {
        if (expression is PathExpression { IsFull: true } path)
        {
            string[] nodes = [.. path.Path.Nodes];
            for (int level = 1; level < nodes.Length - 1; level++)
            {
                nodes[level] = levels.Contains(level) ? nodes[level] : "*";
            }

            nodes[^1] = _isStar.GetValueOrDefault(path.ToString()) ? "*" : nodes[^1];
            return new PathExpression(new TreePath(nodes), IsFull: true);
        }

        return expression.Children.Count == 0 ? expression : expression.WithChildren([.. expression.Children.Select(Rewrite)]);
    }
}
