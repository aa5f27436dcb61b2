using IoTDB.Embedded.Sql.Statements;

namespace IoTDB.Embedded.Engine.Statements;

/// <inheritdoc/>
internal sealed class SetTemplateRunner : StatementRunner<SetTemplateStatement>
{
    /// <inheritdoc/>
    public override bool Changes => true;

    /// <inheritdoc/>
    protected override ResultTable? Run(SetTemplateStatement statement, StatementContext context)
    {
        context.Catalog.SetTemplate(context.Catalog.GetTemplate(statement.Name), statement.Path.Nodes);
        return null;
    }
}
