using IoTDB.Embedded.Paths;
using IoTDB.Embedded.Sql.Statements;
using IoTDB.Wire.Messages;

namespace IoTDB.Embedded.Engine.Statements;

/// <inheritdoc/>
internal sealed class SetTemplateRunner : StatementRunner<SetTemplateStatement>
{
    /// <inheritdoc/>
    public override bool Changes => true;

    /// <inheritdoc/>
    protected override ResultTable? Run(SetTemplateStatement statement, StatementContext context)
    {
        if (statement.Path.Nodes.Any(NodeName.IsTime))
        {
            throw new StatusException(StatusCode.IllegalPath, $"{statement.Path} is not a legal path");
        }

        context.Catalog.SetTemplate(context.Catalog.GetTemplate(statement.Name), statement.Path.Nodes);
        return null;
    }
}
