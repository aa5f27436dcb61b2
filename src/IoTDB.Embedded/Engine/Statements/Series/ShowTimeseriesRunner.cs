using IoTDB.Embedded.Engine.Schema;
using IoTDB.Embedded.Paths;
using IoTDB.Embedded.Sql.Statements;
using IoTDB.Wire.Types;

namespace IoTDB.Embedded.Engine.Statements;

/// <inheritdoc/>
internal sealed class ShowTimeseriesRunner : StatementRunner<ShowTimeseriesStatement>
{
    /// <inheritdoc/>
    protected override ResultTable Run(ShowTimeseriesStatement statement, StatementContext context)
    {
        var table = ResultTable.OfText(
            "Timeseries", "Alias", "Database", "DataType", "Encoding", "Compression", "Tags", "Attributes", "Deadband", "DeadbandParameters", "ViewType");
        var found = SchemaConditions.Filter(
            context.Catalog.MatchSeries(statement.Pattern ?? TreePath.Everything), statement.Condition, statement.TimeCondition);
        if (statement.IsLatest)
        {
            found = found.OrderByDescending(series => series.ReadLast() is { Count: 1 } last ? last.Times[0] : long.MinValue);
        }

        foreach (var series in found)
        {
            table.Add(
                series.FullPath,
                series.Alias,
                series.Device.Database.Path,
                ServerWords.Of(series.DataType),
                ServerWords.Of(series.Encoding),
                ServerWords.Of(series.Compression),
                JsonText.Of(series.Tags),
                JsonText.Of(series.Attributes),
                DeadbandRules.NameOf(series.Properties),
                DeadbandParameters(series),
                "BASE");
        }

        return table.Page(statement.Limit, statement.Offset);
    }

    private static string? DeadbandParameters(Series series)
    {
        var pairs = series.Properties.Where(pair => pair.Key.StartsWith("comp", StringComparison.OrdinalIgnoreCase)).ToList();
        return pairs.Count == 0
            ? null
            : "{" + string.Join(", ", JavaOrder.Sort(pairs, pair => pair.Key).Select(pair => $"{pair.Key}={pair.Value}")) + "}";
    }
}
