using System.Globalization;
using IoTDB.Embedded.Engine.Schema;
using IoTDB.Embedded.Paths;
using IoTDB.Embedded.Sql;
using IoTDB.Embedded.Sql.Statements;

namespace IoTDB.Embedded.Engine.Statements;

/// <inheritdoc/>
internal sealed class DeleteDataRunner : StatementRunner<DeleteDataStatement>
{
    /// <inheritdoc/>
    public override bool Changes => true;

    /// <inheritdoc/>
    protected override ResultTable? Run(DeleteDataStatement statement, StatementContext context)
    {
        if (statement.From > statement.To)
        {
            throw SqlErrors.InternalOf(
                context.Text,
                string.Create(CultureInfo.InvariantCulture, $"min:{statement.From} should not be larger than max: {statement.To}"));
        }

        foreach (var pattern in statement.Patterns)
        {
            Delete(context.Catalog, pattern, statement.From, statement.To);
        }

        return null;
    }

    /// <summary>Removes the points of all series that fit, both ends included; fitting none is fine.</summary>
    internal static void Delete(Catalog catalog, TreePath pattern, long fromInclusive, long toInclusive)
    {
        // As 2.0.1-beta: stars within the name of a device find the series, and then none of its points.
        if (pattern.Nodes.SkipLast(1).Any(node => NodePattern.IsWildcard(node) && node is not (NodePattern.One or NodePattern.Many)))
        {
            return;
        }

        // An alias finds a series as well, and none of its points.
        foreach (var series in catalog.MatchSeries(pattern).Where(series => NodePattern.Matches(pattern.Last, series.Measurement)))
        {
            series.Delete(fromInclusive, toInclusive);
            series.ForgetLast();
        }
    }
}
