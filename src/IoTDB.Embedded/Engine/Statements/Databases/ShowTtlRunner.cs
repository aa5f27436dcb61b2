using System.Globalization;
using IoTDB.Embedded.Engine.Schema;
using IoTDB.Embedded.Paths;
using IoTDB.Embedded.Sql.Statements;

namespace IoTDB.Embedded.Engine.Statements;

/// <inheritdoc/>
internal sealed class ShowTtlRunner : StatementRunner<ShowTtlStatement>
{
    /// <inheritdoc/>
    protected override ResultTable Run(ShowTtlStatement statement, StatementContext context)
    {
        var table = ResultTable.OfText("Device", "TTL(ms)");
        foreach (var (path, milliseconds) in context.Catalog.Ttl.All)
        {
            // The stars of a rule are names to the pattern that is asked for.
            var rule = new TreePath(PathText.SplitCanonical(path));
            if (statement.Paths is not { } paths || paths.Any(asked => asked.Matches(rule)))
            {
                table.Add(path, Text(milliseconds));
            }
        }

        return table;
    }

    /// <summary>A TTL as the server prints it.</summary>
    internal static string Text(long? milliseconds) => milliseconds is { } some ? some.ToString(CultureInfo.InvariantCulture) : "INF";
}
