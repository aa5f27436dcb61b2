using System.Collections.Immutable;
using System.Globalization;
using IoTDB.Embedded.Executing;
using IoTDB.Embedded.Executing.Aggregating;
using IoTDB.Embedded.Executing.Planning;
using IoTDB.Embedded.Executing.Writing;
using IoTDB.Embedded.Paths;
using IoTDB.Embedded.Sql;
using IoTDB.Embedded.Sql.Expressions;
using IoTDB.Embedded.Sql.Statements;
using IoTDB.Wire.Messages;

namespace IoTDB.Embedded.Engine.Statements;

/// <summary>What the server refuses of a view before it finds that it keeps none.</summary>
internal static class ViewChecks
{
    /// <summary>The paths of the views a statement names.</summary>
    /// <exception cref="StatusException">300 sources that do not exist, that views cannot have, or of another number than the targets; 509 a path too short, or twice.</exception>
    public static IReadOnlyList<TreePath> Check(StatementContext context, ViewTargets named, ImmutableArray<TreePath> sources, SelectStatement? query)
    {
        IReadOnlyList<OutputColumn>? columns = query is null ? null : Columns(context, query);
        if (columns is { Count: 0 })
        {
            throw Refusal("Columns in the query statement is empty. Please check your SQL.");
        }

        IReadOnlyList<TreePath> targets = columns is not null && named.Pattern is { } pattern
            ? [.. IntoTargets.ByTime(pattern, columns).Select(target => target.Device.Append(target.Measurement))]
            : named.Paths;
        int count = columns?.Count ?? sources.Length;
        if (count != targets.Count)
        {
            throw Refusal(string.Create(
                CultureInfo.InvariantCulture, $"The number of target paths ({targets.Count}) and sources ({count}) are miss matched! Please check your SQL."));
        }

        if (targets.Concat(sources).FirstOrDefault(path => path.Length == 2) is { } illegal)
        {
            throw new StatusException(StatusCode.IllegalPath, $"The path {illegal} is illegal.");
        }

        if (targets.GroupBy(target => target.ToString(), StringComparer.Ordinal).FirstOrDefault(same => same.Count() > 1) is { } twice)
        {
            throw new StatusException(StatusCode.IllegalPath, $"Path [{twice.Key}] is redundant in target paths.");
        }

        if (sources.Any(source => context.Catalog.FindSeries(source.Nodes) is null))
        {
            throw Refusal("Can not create a view based on non-exist time series.");
        }

        return targets;
    }

    private static IReadOnlyList<OutputColumn> Columns(StatementContext context, SelectStatement query)
    {
        if (query.Items.FirstOrDefault(item => item.Expression is ConstantExpression) is { } constant)
        {
            SqlErrors.Semantic($"Constant operand is not allowed: {ExpressionPrinter.Print(constant.Expression)}");
        }

        if (query.Items.FirstOrDefault(item => ExpressionKinds.Any(item.Expression, AggregateTable.IsAggregate)) is { } aggregation)
        {
            throw Refusal($"View unsupported, because: This view contains aggregation function(s) named [{ExpressionPrinter.Print(aggregation.Expression)}]");
        }

        if (query.Options.IsLast)
        {
            return [];
        }

        var plan = new TimeQuery(query, context.Catalog, new QueryContext(context.Text, context.Sql), QueryChecks.Check(query));
        plan.Plan();
        return plan.Columns.Any(column => ExpressionKinds.ReadsSeries(column.Expression)) ? plan.Columns : [];
    }

    private static StatusException Refusal(string message) => new(StatusCode.UnsupportedOperation, message);
}
