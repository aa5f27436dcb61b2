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
        var targets = ViewChecks.Check(context, statement.Targets, statement.Sources, statement.Query);
        if (targets.FirstOrDefault(target => context.Catalog.FindSeries(target.Nodes) is not null) is { } taken)
        {
            throw new StatusException(StatusCode.TimeseriesAlreadyExist, $"Path [{taken}] already exist");
        }

        // The database comes into being, the view does not.
        foreach (var target in targets)
        {
            context.Catalog.GetOrCreateDatabase(target.Nodes);
        }

        // Of several, the nodes above them do, too.
        if (targets.Count > 1)
        {
            foreach (var target in targets)
            {
                context.Catalog.AddInnerNodes(target.Parent.Nodes);
            }
        }

        throw new StatusException(
            StatusCode.InternalServerError,
            "internal error. statemachine throws a runtime exception: java.lang.UnsupportedOperationException: View is not supported.");
    }
}
