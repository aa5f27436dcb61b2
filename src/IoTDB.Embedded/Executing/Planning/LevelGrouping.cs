using IoTDB.Embedded.Executing.Aggregating;
using IoTDB.Embedded.Paths;
using IoTDB.Embedded.Sql.Expressions;

namespace IoTDB.Embedded.Executing.Planning;

/// <summary>GROUP BY LEVEL: aggregates whose paths are equal at the given levels are one. Source: sql.md section 5.7.</summary>
internal sealed class LevelGrouping(IReadOnlyList<int> levels)
{
    private readonly HashSet<string> _stars = new(StringComparer.Ordinal);

    public bool IsNone => levels.Count == 0;

    /// <summary>Remembers calls that were written <c>count(*)</c>: they merge all measurements.</summary>
    public void Note(Expression item, Expression resolved)
    {
        if (item is FunctionExpression { Key: "COUNT", Arguments: [PathExpression { Path.Last: "*" or "**" }] })
        {
            _stars.Add(resolved.ToString());
        }
    }

    /// <summary>The text of an expression with the levels that do not count as <c>*</c>.</summary>
    public string Text(Expression expression) => IsNone ? expression.ToString() : Merge(expression).ToString();

    private Expression Merge(Expression expression)
    {
        if (AggregateTable.IsAggregate(expression))
        {
            bool isStar = _stars.Contains(expression.ToString());
            return Rewrite(expression, isStar);
        }

        return expression.Children.Count == 0 ? expression : expression.WithChildren([.. expression.Children.Select(Merge)]);
    }

    private Expression Rewrite(Expression expression, bool isStar)
    {
        if (expression is PathExpression { IsFull: true } path)
        {
            string[] nodes = [.. path.Path.Nodes];
            for (int level = 1; level < nodes.Length - 1; level++)
            {
                nodes[level] = levels.Contains(level) ? nodes[level] : "*";
            }

            nodes[^1] = isStar ? "*" : nodes[^1];
            return new PathExpression(new TreePath(nodes), IsFull: true);
        }

        return expression.Children.Count == 0 ? expression : expression.WithChildren([.. expression.Children.Select(child => Rewrite(child, isStar))]);
    }
}
