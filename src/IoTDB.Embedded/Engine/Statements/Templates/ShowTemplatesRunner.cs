using IoTDB.Embedded.Engine.Schema;
using IoTDB.Embedded.Sql.Statements;

namespace IoTDB.Embedded.Engine.Statements;

/// <inheritdoc/>
internal sealed class ShowTemplatesRunner : StatementRunner<ShowTemplatesStatement>
{
    /// <inheritdoc/>
    protected override ResultTable Run(ShowTemplatesStatement statement, StatementContext context)
    {
        var table = ResultTable.OfText("TemplateName");
        foreach (var name in JavaOrder.Sort(context.Catalog.Templates.Keys, name => name))
        {
            table.Add(name);
        }

        return table;
    }
}
