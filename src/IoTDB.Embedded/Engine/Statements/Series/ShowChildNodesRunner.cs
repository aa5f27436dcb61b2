using IoTDB.Embedded.Sql.Statements;

namespace IoTDB.Embedded.Engine.Statements;

/// <inheritdoc/>
internal sealed class ShowChildNodesRunner : StatementRunner<ShowChildNodesStatement>
{
    /// <inheritdoc/>
    protected override ResultTable Run(ShowChildNodesStatement statement, StatementContext context)
    {
        var table = ResultTable.OfText("ChildNodes");
        foreach (var name in ShowChildPathsRunner.ChildrenOf(context.Catalog, statement.Path).Select(child => child.Name))
        {
            table.Add(name);
        }

        return table;
    }
}
