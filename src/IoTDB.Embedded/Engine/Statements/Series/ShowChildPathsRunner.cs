using IoTDB.Embedded.Engine.Schema;
using IoTDB.Embedded.Paths;
using IoTDB.Embedded.Sql.Statements;

namespace IoTDB.Embedded.Engine.Statements;

/// <inheritdoc/>
internal sealed class ShowChildPathsRunner : StatementRunner<ShowChildPathsStatement>
{
    /// <inheritdoc/>
    protected override ResultTable Run(ShowChildPathsStatement statement, StatementContext context)
    {
        var table = ResultTable.OfText("ChildPaths", "NodeTypes");
        foreach (var (path, _, type) in ChildrenOf(context.Catalog, statement.Path))
        {
            table.Add(path, type);
        }

        return table;
    }

    /// <summary>Children of the nodes that fit, and without a path of all nodes but root; series are children too.</summary>
    internal static IEnumerable<(string Path, string Name, string Type)> ChildrenOf(Catalog catalog, TreePath? path)
    {
        foreach (var node in catalog.MatchNodes((path ?? TreePath.Everything).Nodes))
        {
            foreach (var child in node.Children)
            {
                yield return (child.Path, child.Name, TypeOf(child, node));
            }

            // Series of a template have no node of their own.
            foreach (var series in (node.Device?.Series ?? []).Where(series => !series.IsFromTemplate))
            {
                yield return (series.FullPath, series.Measurement, "TIMESERIES");
            }
        }
    }

    private static string TypeOf(CatalogNode node, CatalogNode parent) =>
        node.Database is not null ? "DATABASE"
        : node.Device is not null ? "DEVICE"
        : IsBelowDatabase(parent) ? "INTERNAL"
        : "SG INTERNAL";

    private static bool IsBelowDatabase(CatalogNode? node)
    {
        while (node is not null && node.Database is null)
        {
            node = node.Parent;
        }

        return node is not null;
    }
}
