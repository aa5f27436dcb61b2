using IoTDB.Embedded.Sql.Statements;
using IoTDB.Wire.Messages;

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
        var path = statement.Path.ToString();
        Remove(path, context);
        if (SetTtlRunner.IsDatabase(statement.Path, context))
        {
            Remove(path + ".**", context);
        }

        return null;
    }

    private static void Remove(string path, StatementContext context)
    {
        if (!context.Catalog.Ttl.Remove(path))
        {
            throw new StatusException(StatusCode.PathNotExist, $"Not TTL rule set for {path}");
        }
    }
}
