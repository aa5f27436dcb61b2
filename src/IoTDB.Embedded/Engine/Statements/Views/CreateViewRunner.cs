using IoTDB.Embedded.Sql.Statements;
using IoTDB.Wire.Messages;

namespace IoTDB.Embedded.Engine.Statements;

/// <inheritdoc/>
internal sealed class CreateViewRunner : StatementRunner<CreateViewStatement>
{
    /// <inheritdoc/>
    public override bool Changes => true;

    /// <inheritdoc/>
    protected override ResultTable? Run(CreateViewStatement statement, StatementContext context)
    {
        ViewChecks.Check(context.Catalog, statement.Targets, statement.Sources, statement.Query);
        if (statement.Targets.FirstOrDefault(target => context.Catalog.FindSeries(target.Nodes) is not null) is { } taken)
        {
            throw new StatusException(StatusCode.TimeseriesAlreadyExist, $"Path [{taken}] already exist");
        }

        throw new StatusException(
            StatusCode.InternalServerError,
            "internal error. statemachine throws a runtime exception: java.lang.UnsupportedOperationException: View is not supported.");
    }
}
