using IoTDB.Embedded.Sql.Statements;
using IoTDB.Wire.Types;

namespace IoTDB.Embedded.Engine.Statements;

/// <inheritdoc/>
internal sealed class ShowTemplateNodesRunner : StatementRunner<ShowTemplateNodesStatement>
{
    /// <inheritdoc/>
    protected override ResultTable Run(ShowTemplateNodesStatement statement, StatementContext context)
    {
        var table = ResultTable.OfText("ChildNodes", "DataType", "Encoding", "Compression");
        foreach (var schema in context.Catalog.GetTemplate(statement.Name).Measurements)
        {
            table.Add(schema.Measurement, ServerWords.Of(schema.DataType), ServerWords.Of(schema.Encoding), ServerWords.Of(schema.Compression));
        }

        return table;
    }
}
