using IoTDB.Embedded.Engine.Schema;
using IoTDB.Embedded.Sql.Statements;
using IoTDB.Wire.Messages;

namespace IoTDB.Embedded.Engine.Statements;

/// <inheritdoc/>
internal sealed class CreateAlignedTimeseriesRunner : StatementRunner<CreateAlignedTimeseriesStatement>
{
    /// <inheritdoc/>
    public override bool Changes => true;

    /// <inheritdoc/>
    protected override ResultTable? Run(CreateAlignedTimeseriesStatement statement, StatementContext context)
    {
        if (statement.Measurements.Any(definition => !definition.Properties.IsDefaultOrEmpty))
        {
            throw new StatusException(StatusCode.SemanticError, "create aligned timeseries: property is not supported yet.");
        }

        SeriesCreation.CreateAligned(context.Catalog, statement.Device.Nodes, [.. statement.Measurements.Select(definition => definition.ToSchema())]);
        return null;
    }
}
