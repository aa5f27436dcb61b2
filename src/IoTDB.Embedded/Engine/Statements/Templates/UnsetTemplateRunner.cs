using IoTDB.Embedded.Sql.Statements;

namespace IoTDB.Embedded.Engine.Statements;

/// <inheritdoc/>
internal sealed class UnsetTemplateRunner : StatementRunner<UnsetTemplateStatement>
{
    /// <inheritdoc/>
    public override bool Changes => true;

    /// <inheritdoc/>
    protected override ResultTable? Run(UnsetTemplateStatement statement, StatementContext context)
    {
        context.Catalog.UnsetTemplate(context.Catalog.GetTemplate(statement.Name), statement.Path.Nodes);
        return null;
    }
}
