using IoTDB.Embedded.Sql.Statements;

namespace IoTDB.Embedded.Engine.Statements;

/// <summary>Runs one kind of statement that is not a query over points.</summary>
internal abstract class StatementRunner
{
    /// <summary>Whether it needs <see cref="TreeEngine.Write{T}"/>.</summary>
    public virtual bool Changes => false;

    /// <summary>Runs it inside the engine's lock.</summary>
    /// <returns>Its result, or null if it has none.</returns>
    /// <exception cref="StatusException">The server's refusal.</exception>
    public abstract ResultTable? Run(Statement statement, StatementContext context);
}
