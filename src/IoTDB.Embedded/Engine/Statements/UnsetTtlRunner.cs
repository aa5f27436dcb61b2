using IoTDB.Embedded.Sql.Statements;

namespace IoTDB.Embedded.Engine.Statements;

/// <inheritdoc/>
internal sealed class UnsetTtlRunner : StatementRunner<UnsetTtlStatement>
{
    /// <inheritdoc/>
    public override bool Changes => true;

    /// <inheritdoc/>
    protected override ResultTable? Run(UnsetTtlStatement statement, StatementContext context)
    {
        SetTtlRunner.CheckPattern(statement.Path);
        var rules = context.Catalog.Ttl;
        rules.Remove(statement.Path.ToString());
        if (SetTtlRunner.IsDatabase(statement.Path, context))
        {
            rules.Remove(statement.Path + ".**");
        }

        return null;
    }
}
