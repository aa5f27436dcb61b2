using IoTDB.Embedded.Paths;
using IoTDB.Embedded.Sql.Statements;
using IoTDB.Wire.Messages;

namespace IoTDB.Embedded.Engine.Statements;

/// <inheritdoc/>
internal sealed class SetTtlRunner : StatementRunner<SetTtlStatement>
{
    /// <inheritdoc/>
    public override bool Changes => true;

    private const int MaxRules = 1000;

    /// <inheritdoc/>
    protected override ResultTable? Run(SetTtlStatement statement, StatementContext context)
    {
        CheckPattern(statement.Path);
        var rules = context.Catalog.Ttl;
        if (rules.All.Count >= MaxRules && !rules.All.ContainsKey(statement.Path.ToString()))
        {
            throw new StatusException(StatusCode.TtlConfigError, "The number of TTL rules has reached the limit: 1000. Please delete some existing rules first.");
        }

        // A rule on root itself holds for nothing, and the server forgets it.
        if (statement.Path.Length > 1)
        {
            rules.Set(statement.Path.ToString(), statement.Milliseconds);
        }

        if (IsDatabase(statement.Path, context))
        {
            rules.Set(statement.Path + ".**", statement.Milliseconds);
        }

        return null;
    }

    internal static bool IsDatabase(TreePath path, StatementContext context) => context.Catalog.FindNode(path.Nodes)?.Database is not null;

    /// <exception cref="StatusException">303 a wildcard that is not a last <c>**</c>.</exception>
    internal static void CheckPattern(TreePath path)
    {
        if (path.Last == NodePattern.Many ? path.Parent.HasWildcard : path.HasWildcard)
        {
            throw new StatusException(
                StatusCode.IllegalParameter,
                $"Illegal pattern path: {path}, pattern path should end with **, otherwise, it should be a specific database or device path without *");
        }
    }
}
