using IoTDB.Embedded.Engine.Schema;
using IoTDB.Embedded.Sql.Statements;

namespace IoTDB.Embedded.Engine.Statements;

/// <inheritdoc/>
internal sealed class ActivateTemplateRunner : StatementRunner<ActivateTemplateStatement>
{
    /// <inheritdoc/>
    public override bool Changes => true;

    /// <inheritdoc/>
    protected override ResultTable? Run(ActivateTemplateStatement statement, StatementContext context)
    {
        Activate(context.Catalog, statement.Path.Nodes);
        return null;
    }

    /// <exception cref="StatusException">513 no template is set at or above the path.</exception>
    internal static void Activate(Catalog catalog, IReadOnlyList<string> device)
    {
        if (catalog.TemplateFor(device) is not { } template)
        {
            throw new StatusException(
                StatusCode.TemplateNotSet, $"Path [{string.Join(".", device)}] has not been set any template.");
        }

        catalog.Activate(template, device);
    }
}
