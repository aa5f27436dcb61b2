using IoTDB.Embedded.Engine.Schema;
using IoTDB.Embedded.Paths;
using IoTDB.Embedded.Sql.Statements;
using IoTDB.Wire.Messages;

namespace IoTDB.Embedded.Engine.Statements;

/// <inheritdoc/>
internal sealed class DeleteTimeseriesRunner : StatementRunner<DeleteTimeseriesStatement>
{
    /// <inheritdoc/>
    public override bool Changes => true;

    /// <inheritdoc/>
    protected override ResultTable? Run(DeleteTimeseriesStatement statement, StatementContext context)
    {
        Delete(context.Catalog, statement.Patterns);
        return null;
    }

    /// <summary>Removes the series that fit, those of templates aside.</summary>
    /// <exception cref="StatusException">508 none fits.</exception>
    internal static void Delete(Catalog catalog, IReadOnlyList<TreePath> patterns)
    {
        var found = patterns.SelectMany(catalog.MatchSeries).Where(series => !series.IsFromTemplate).ToHashSet();
        if (found.Count == 0)
        {
            throw new StatusException(
                StatusCode.PathNotExist, $"Timeseries [{string.Join(", ", patterns)}] does not exist or is represented by device template");
        }

        foreach (var series in found)
        {
            catalog.DeleteSeries(series);
            foreach (var sibling in series.Device.Series)
            {
                sibling.ForgetLast();
            }
        }
    }
}
