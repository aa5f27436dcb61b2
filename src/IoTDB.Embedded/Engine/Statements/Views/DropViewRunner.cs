using IoTDB.Embedded.Sql.Statements;
using IoTDB.Wire.Messages;

namespace IoTDB.Embedded.Engine.Statements;

/// <inheritdoc/>
internal sealed class DropViewRunner : StatementRunner<DropViewStatement>
{
    /// <inheritdoc/>
    public override bool Changes => true;

    /// <inheritdoc/>
    protected override ResultTable? Run(DropViewStatement statement, StatementContext context) =>
        throw new StatusException(StatusCode.PathNotExist, $"View [{string.Join(" ... ", statement.Patterns)}] does not exist");
}
