using IoTDB.Embedded.Paths;
using IoTDB.Embedded.Sql.Statements;
using IoTDB.Wire.Messages;

namespace IoTDB.Embedded.Engine.Statements;

/// <inheritdoc/>
internal sealed class ShowInformationRunner : StatementRunner<ShowInformationStatement>
{
    /// <inheritdoc/>
    protected override ResultTable Run(ShowInformationStatement statement, StatementContext context)
    {
        switch (statement.Kind)
        {
            case InformationKind.Version:
                return Of(ResultTable.OfText("Version", "BuildInfo"), ServerState.Version, ServerState.BuildInfo);
            case InformationKind.ClusterId:
                return Of(ResultTable.OfText("ClusterId"), context.Server.ClusterId.ToString());
            case InformationKind.CurrentTimestamp:
                return Of(new ResultTable(("CurrentTimestamp", TsDataType.Timestamp)), context.Sql.Now);
            case InformationKind.Cluster:
                return Cluster();
            case InformationKind.DataNodes:
                return DataNodes(context);
            case InformationKind.ConfigNodes:
                return ConfigNodes();
            case InformationKind.Variables:
                return Variables(context);
            case InformationKind.Queries:
                return new ResultTable(("QueryId", TsDataType.Text), ("DataNodeId", TsDataType.Int32), ("ElapsedTime", TsDataType.Float), ("Statement", TsDataType.Text)) { HasTime = true };
            default:
                return AbsentObjects.Show(statement.Kind)
                    ?? throw new StatusException(StatusCode.UnsupportedOperation, $"SHOW {statement.Kind} is not part of the embedded server.");
        }
    }

    private static ResultTable Of(ResultTable table, params object?[] row)
    {
        table.Add(row);
        return table;
    }

    private static ResultTable Cluster()
    {
        var table = new ResultTable(
            ("NodeID", TsDataType.Int32),
            ("NodeType", TsDataType.Text),
            ("Status", TsDataType.Text),
            ("InternalAddress", TsDataType.Text),
            ("InternalPort", TsDataType.Int32),
            ("Version", TsDataType.Text),
            ("BuildInfo", TsDataType.Text));
        table.Add(0, "ConfigNode", "Running", "127.0.0.1", 10710, ServerState.Version, ServerState.BuildInfo);
        table.Add(1, "DataNode", "Running", "127.0.0.1", 10730, ServerState.Version, ServerState.BuildInfo);
        return table;
    }

    private static ResultTable DataNodes(StatementContext context)
    {
        var databases = context.Catalog.MatchDatabases(TreePath.Everything).Count();
        var table = new ResultTable(
            ("NodeID", TsDataType.Int32),
            ("Status", TsDataType.Text),
            ("RpcAddress", TsDataType.Text),
            ("RpcPort", TsDataType.Int32),
            ("DataRegionNum", TsDataType.Int32),
            ("SchemaRegionNum", TsDataType.Int32));
        table.Add(1, "Running", "127.0.0.1", context.Server.Port, databases, databases);
        return table;
    }

    private static ResultTable ConfigNodes()
    {
        var table = new ResultTable(
            ("NodeID", TsDataType.Int32),
            ("Status", TsDataType.Text),
            ("InternalAddress", TsDataType.Text),
            ("InternalPort", TsDataType.Int32),
            ("Role", TsDataType.Text));
        table.Add(0, "Running", "127.0.0.1", 10710, "Leader");
        return table;
    }

    private static ResultTable Variables(StatementContext context)
    {
        var table = ResultTable.OfText("Variable", "Value");
        table.Add("ClusterName", "embedded");
        table.Add("DataReplicationFactor", "1");
        table.Add("SchemaReplicationFactor", "1");
        table.Add("TimePartitionInterval", "604800000");
        table.Add("TimestampPrecision", context.Engine.Clock.Precision switch
        {
            TimePrecision.Milliseconds => "ms",
            TimePrecision.Microseconds => "us",
            _ => "ns",
        });
        return table;
    }
}
