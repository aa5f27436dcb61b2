using IoTDB.Embedded.Sql.Statements;

namespace IoTDB.Embedded.Engine.Statements;

/// <inheritdoc/>
internal abstract class StatementRunner<T> : StatementRunner
    where T : Statement
{
    /// <inheritdoc/>
    public sealed override ResultTable? Run(Statement statement, StatementContext context) => Run((T)statement, context);

    protected abstract ResultTable? Run(T statement, StatementContext context);
}
