using IoTDB.Embedded.Paths;
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
        var targets = statement.Alteration is null
            ? ViewChecks.Check(context, statement.Targets, statement.Sources, statement.Query)
            : statement.Targets.Paths;
        var refusals = targets.Select(target => RefusalOf(target, statement.Alteration is null, context)).ToList();
        throw refusals.Count == 1
            ? refusals[0]
            : new StatusException(
                StatusCode.QueryProcessError,
                $"Batch process failed:[{string.Join(", ", refusals.Select(refusal => $"TSStatus(code:{refusal.Code}, message:{refusal.Message})"))}]");
    }

    private static StatusException RefusalOf(TreePath target, bool isSource, StatementContext context)
    {
        if (context.Catalog.FindSeries(target.Nodes) is not null)
        {
            return new StatusException(StatusCode.MetadataError, isSource ? $"[{target}] is no view." : $"{target} is not view.");
        }

        return context.Catalog.FindNode(target.Nodes) is not null
            ? new StatusException(StatusCode.MetadataError, $"MNode [{target}] is not a MeasurementMNode.")
            : new StatusException(StatusCode.PathNotExist, $"Path [{target}] does not exist");
    }
}
