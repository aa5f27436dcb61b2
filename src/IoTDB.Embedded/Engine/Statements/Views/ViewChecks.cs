using System.Collections.Immutable;
using System.Globalization;
using IoTDB.Embedded.Engine.Schema;
using IoTDB.Embedded.Executing.Aggregating;
using IoTDB.Embedded.Executing.Planning;
using IoTDB.Embedded.Paths;
using IoTDB.Embedded.Sql.Expressions;
using IoTDB.Embedded.Sql.Statements;
using IoTDB.Wire.Messages;

namespace IoTDB.Embedded.Engine.Statements;

/// <summary>What the server refuses of a view before it finds that it keeps none.</summary>
internal static class ViewChecks
{
    /// <exception cref="StatusException">300 sources that do not exist, that views cannot have, or of another number than the targets.</exception>
    public static void Check(Catalog catalog, ImmutableArray<TreePath> targets, ImmutableArray<TreePath> sources, SelectStatement? query)
    {
        var count = query is null ? sources.Length : CountColumns(catalog, query);
        if (count == 0)
        {
            throw Refusal("Columns in the query statement is empty. Please check your SQL.");
        }

        if (count != targets.Length)
        {
            throw Refusal(string.Create(
                CultureInfo.InvariantCulture, $"The number of target paths ({targets.Length}) and sources ({count}) are miss matched! Please check your SQL."));
        }

        if (sources.Any(source => catalog.FindSeries(source.Nodes) is null))
        {
            throw Refusal("Can not create a view based on non-exist time series.");
        }
    }

    private static int CountColumns(Catalog catalog, SelectStatement query)
    {
        if (query.Items.FirstOrDefault(item => ExpressionKinds.Any(item.Expression, AggregateTable.IsAggregate)) is { } aggregation)
        {
            throw Refusal($"View unsupported, because: This view contains aggregation function(s) named [{ExpressionPrinter.Print(aggregation.Expression)}]");
        }

        var expander = new PathExpander(catalog);
        return query.Items.Sum(item => PathExpander.Prefix(item.Expression, query.From).SelectMany(expander.Resolve).Count());
    }

    private static StatusException Refusal(string message) => new(StatusCode.UnsupportedOperation, message);
}
