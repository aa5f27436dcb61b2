using IoTDB.Embedded.Engine.Schema;
using IoTDB.Embedded.Sql.Statements;

namespace IoTDB.Embedded.Engine.Statements;

/// <inheritdoc/>
internal sealed class CreateTimeseriesRunner : StatementRunner<CreateTimeseriesStatement>
{
    /// <inheritdoc/>
    public override bool Changes => true;

    /// <inheritdoc/>
    protected override ResultTable? Run(CreateTimeseriesStatement statement, StatementContext context)
    {
        SeriesCreation.Create(context.Catalog, statement.Path.Parent.Nodes, statement.Definition.ToSchema() with { Measurement = statement.Path.Last });
        return null;
    }
}
