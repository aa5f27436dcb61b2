using IoTDB.Embedded.Engine.Schema;
using IoTDB.Embedded.Paths;
using IoTDB.Embedded.Sql.Statements;
using IoTDB.Wire.Messages;

namespace IoTDB.Embedded.Engine.Statements;

/// <inheritdoc/>
internal sealed class CountTimeseriesRunner : StatementRunner<CountTimeseriesStatement>
{
    /// <inheritdoc/>
    protected override ResultTable Run(CountTimeseriesStatement statement, StatementContext context)
    {
        if (statement is { Level: not null, TimeCondition: not null })
        {
            throw new StatusException(StatusCode.SemanticError, "TIME condition and GROUP BY LEVEL cannot be used at the same time.");
        }

        var found = SchemaConditions.Filter(
            context.Catalog.MatchSeries(statement.Pattern ?? TreePath.Everything), statement.Condition, statement.TimeCondition);
        if (statement.Level is not { } level)
        {
            var total = new ResultTable(("count(timeseries)", TsDataType.Int64));
            total.Add((long)found.Count());
            return total;
        }

        var table = new ResultTable(("Column", TsDataType.Text), ("count(timeseries)", TsDataType.Int64));
        foreach (var group in found.Select(series => PathText.SplitCanonical(series.FullPath)).Where(nodes => nodes.Length > level)
            .GroupBy(nodes => string.Join(".", nodes.Take(level + 1))))
        {
            table.Add(group.Key, (long)group.Count());
        }

        return table;
    }
}
