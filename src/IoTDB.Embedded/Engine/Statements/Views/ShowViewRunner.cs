using IoTDB.Embedded.Sql.Statements;

namespace IoTDB.Embedded.Engine.Statements;

/// <inheritdoc/>
internal sealed class ShowViewRunner : StatementRunner<ShowViewStatement>
{
    /// <inheritdoc/>
    protected override ResultTable Run(ShowViewStatement statement, StatementContext context) =>
        ResultTable.OfText("Timeseries", "Database", "DataType", "Tags", "Attributes", "ViewType", "Source");
}
