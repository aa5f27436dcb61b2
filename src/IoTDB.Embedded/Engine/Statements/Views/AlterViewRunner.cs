using IoTDB.Embedded.Sql.Statements;
using IoTDB.Wire.Messages;

namespace IoTDB.Embedded.Engine.Statements;

/// <inheritdoc/>
internal sealed class AlterViewRunner : StatementRunner<AlterViewStatement>
{
    /// <inheritdoc/>
    public override bool Changes => true;

    /// <inheritdoc/>
    protected override ResultTable? Run(AlterViewStatement statement, StatementContext context)
    {
        if (statement.Alteration is null)
        {
            ViewChecks.Check(context.Catalog, statement.Targets, statement.Sources, statement.Query);
        }

        var target = statement.Targets[0];
        throw context.Catalog.FindSeries(target.Nodes) is null
            ? new StatusException(StatusCode.PathNotExist, $"Path [{target}] does not exist")
            : new StatusException(StatusCode.MetadataError, $"[{target}] is no view.");
    }
}
