using IoTDB.Embedded.Sql.Statements;

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
            table.Add(schema.Measurement, DataTypeNames.Of(schema.DataType), DataTypeNames.Of(schema.Encoding), DataTypeNames.Of(schema.Compression));
        }

        return table;
    }
}
