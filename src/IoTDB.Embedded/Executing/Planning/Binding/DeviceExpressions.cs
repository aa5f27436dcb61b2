using IoTDB.Embedded.Engine.Schema;
using IoTDB.Embedded.Paths;
using IoTDB.Embedded.Sql;
using IoTDB.Embedded.Sql.Expressions;

namespace IoTDB.Embedded.Executing.Planning;

/// <summary>Expressions over measurements, applied to a device.</summary>
internal static class DeviceExpressions
{
    public static PathExpression PathOf(Device device, string measurement) => new(new TreePath([.. device.Nodes, measurement]), IsFull: true);

    /// <summary>The expression over each combination of the device's measurements; none where one does not exist.</summary>
    public static IEnumerable<Expression> Expand(Expression expression, Device device)
    {
        if (expression is FunctionExpression { Key: "COUNT_TIME" })
        {
            return device.Series.Count > 0 ? [expression] : [];
        }

        return PathExpander.Expand(expression, path => Measurements(path, device));
    }

    /// <summary>The call of several arguments that loses one because the device lacks it, but not all; null where there is none.</summary>
    public static FunctionExpression? CutCall(Expression expression, Device device)
    {
        if (expression is FunctionExpression { Key: "MAX_BY" or "MIN_BY" or "COUNT_IF" } call)
        {
            bool[] isLost = [.. call.Arguments.Select((argument, index) => !(call.Key == "COUNT_IF" && index == 1) && !Expand(argument, device).Any())];
            return isLost.Contains(true) && isLost.Contains(false) ? call : null;
        }

        return expression.Children.Select(child => CutCall(child, device)).FirstOrDefault(static found => found is not null);
    }

    /// <summary>The expression over the device's series, or null where it lacks one.</summary>
    public static Expression? Bind(Expression expression, Device device)
    {
        if (expression is FunctionExpression { Key: "COUNT_TIME" })
        {
            return expression;
        }

        return PathExpander.Expand(expression, path => device.Find(path.Path.Last) is null ? [] : [PathOf(device, path.Path.Last)]).FirstOrDefault();
    }

    /// <summary>The expression over the device's series; a measurement it lacks reads as null.</summary>
    public static Expression BindOrKeep(Expression expression, Device device) =>
        PathExpander.Expand(expression, path => [PathOf(device, path.Path.Last)]).First();

    /// <summary>A condition over the device; wildcards are joined by AND. The server fails on IS NULL over a measurement the device lacks.</summary>
    public static Expression BindCondition(Expression condition, Device device, string sql)
    {
        bool fails = ExpressionKinds.Any(condition, inner => inner is IsNullExpression { IsNot: false } or UnaryExpression { Operator: UnaryOperator.Not }
            && ExpressionKinds.Any(inner, leaf => leaf is PathExpression path && !NodePattern.IsWildcard(path.Path.Last) && device.Find(path.Path.Last) is null));
        if (fails)
        {
            SqlErrors.Internal(sql, "Cannot invoke \"Expression.accept(ExpressionVisitor, Object)\" because \"expression\" is null");
        }

        Expression? all = null;
        foreach (Expression expanded in PathExpander.Expand(condition, path => Measurements(path, device) is { Count: > 0 } found ? found : [path]))
        {
            Expression bound = BindOrKeep(expanded, device);
            all = all is null ? bound : new BinaryExpression(BinaryOperator.And, all, bound);
        }

        return all!;
    }

    /// <summary>True where a condition needs a measurement the device lacks.</summary>
    public static bool NeverHolds(Expression condition, Device device) => condition switch
    {
        BinaryExpression { Operator: BinaryOperator.And } both => NeverHolds(both.Left, device) || NeverHolds(both.Right, device),
        BinaryExpression { Operator: BinaryOperator.Or } either => NeverHolds(either.Left, device) && NeverHolds(either.Right, device),
        _ => condition is not IsNullExpression && ExpressionKinds.ReadsSeries(condition) && !Expand(condition, device).Any(),
    };

    private static List<PathExpression> Measurements(PathExpression path, Device device)
    {
        string pattern = path.Path.Last;
        if (!NodePattern.IsWildcard(pattern))
        {
            return device.Find(pattern) is null ? [] : [path];
        }

        return [.. SchemaOrder.Sort(device.Series.Where(series => NodePattern.Matches(pattern, series.Measurement)))
            .Select(nodes => new PathExpression(new TreePath(nodes[^1]), IsFull: false))];
    }
}
