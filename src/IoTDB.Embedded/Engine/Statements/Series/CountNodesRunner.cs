using IoTDB.Embedded.Engine.Schema;
using IoTDB.Embedded.Sql.Statements;

namespace IoTDB.Embedded.Engine.Statements;

/// <inheritdoc/>
internal sealed class CountNodesRunner : StatementRunner<CountNodesStatement>
{
    /// <inheritdoc/>
    protected override ResultTable Run(CountNodesStatement statement, StatementContext context)
    {
        var catalog = context.Catalog;
        var nodes = catalog.MatchNodes(statement.Pattern.Nodes).Select(node => node.Path)
            .Concat(catalog.MatchSeries(statement.Pattern).Where(series => !series.IsFromTemplate).Select(series => series.FullPath))
            .Select(PathText.SplitCanonical)
            .Where(path => path.Length > statement.Level)
            .Select(path => string.Join(".", path.Take(statement.Level + 1)));
        var table = new ResultTable(("count(nodes)", TsDataType.Int64));
        table.Add((long)nodes.Distinct().Count());
        return table;
    }
}
