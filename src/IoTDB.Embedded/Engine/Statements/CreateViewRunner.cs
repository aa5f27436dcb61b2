using IoTDB.Embedded.Sql.Statements;

namespace IoTDB.Embedded.Engine.Statements;

/// <inheritdoc/>
internal sealed class CreateViewRunner : StatementRunner<CreateViewStatement>
{
    /// <inheritdoc/>
    public override bool Changes => true;

    /// <inheritdoc/>
    protected override ResultTable? Run(CreateViewStatement statement, StatementContext context)
    {
        if (statement.Sources.Any(source => context.Catalog.FindSeries(source.Nodes) is null))
        {
            throw new StatusException(StatusCode.UnsupportedOperation, "Can not create a view based on non-exist time series.");
        }

        throw new StatusException(
            StatusCode.InternalServerError,
            "internal error. statemachine throws a runtime exception: java.lang.UnsupportedOperationException: View is not supported.");
    }
}
