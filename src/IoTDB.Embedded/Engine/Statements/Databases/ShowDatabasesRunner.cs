using IoTDB.Embedded.Engine.Schema;
using IoTDB.Embedded.Paths;
using IoTDB.Embedded.Sql.Statements;

namespace IoTDB.Embedded.Engine.Statements;

/// <inheritdoc/>
internal sealed class ShowDatabasesRunner : StatementRunner<ShowDatabasesStatement>
{
    /// <inheritdoc/>
    protected override ResultTable Run(ShowDatabasesStatement statement, StatementContext context)
    {
        (string, TsDataType)[] columns =
        [
            ("Database", TsDataType.Text),
            ("SchemaReplicationFactor", TsDataType.Int32),
            ("DataReplicationFactor", TsDataType.Int32),
            ("TimePartitionOrigin", TsDataType.Int64),
            ("TimePartitionInterval", TsDataType.Int64),
        ];
        (string, TsDataType)[] details =
        [
            ("SchemaRegionGroupNum", TsDataType.Int32),
            ("MinSchemaRegionGroupNum", TsDataType.Int32),
            ("MaxSchemaRegionGroupNum", TsDataType.Int32),
            ("DataRegionGroupNum", TsDataType.Int32),
            ("MinDataRegionGroupNum", TsDataType.Int32),
            ("MaxDataRegionGroupNum", TsDataType.Int32),
        ];
        var table = new ResultTable(statement.IsDetailed ? [.. columns, .. details] : columns);
        foreach (var database in context.Catalog.MatchDatabases(statement.Pattern ?? TreePath.Everything))
        {
            object?[] row = [database.Path, 1, 1, 0L, database.TimePartitionInterval];
            // Regions come with the first series and the first point.
            var series = context.Catalog.MatchSeries(new TreePath(PathText.SplitCanonical(database.Path).Append(NodePattern.Many)));
            var schemaRegions = series.Any() ? 1 : 0;
            var dataRegions = series.Any(one => one.Data.Count > 0) ? 1 : 0;
            table.Add(statement.IsDetailed
                ? [.. row, schemaRegions, database.SchemaRegionGroupNum, database.SchemaRegionGroupNum, dataRegions, database.DataRegionGroupNum, database.DataRegionGroupNum]
                : row);
        }

        return table;
    }
}
