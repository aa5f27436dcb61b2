namespace IoTDB.Client;

/// <summary>Names of spans' attributes and of metrics; part of the contract, never renamed. Source: api.md 3.11.</summary>
internal static class TelemetryNames
{
    public const string SystemName = "db.system.name";
    public const string System = "iotdb";
    public const string Namespace = "db.namespace";
    public const string CollectionName = "db.collection.name";
    public const string OperationName = "db.operation.name";
    public const string QuerySummary = "db.query.summary";
    public const string QueryText = "db.query.text";
    public const string BatchSize = "db.operation.batch.size";
    public const string ResponseStatusCode = "db.response.status_code";
    public const string ErrorType = "error.type";
    public const string ServerAddress = "server.address";
    public const string ServerPort = "server.port";
    public const string PeerAddress = "network.peer.address";
    public const string PeerPort = "network.peer.port";
    public const string PoolName = "db.client.connection.pool.name";
    public const string ConnectionState = "db.client.connection.state";

    public const string OperationDuration = "db.client.operation.duration";
    public const string ConnectionCount = "db.client.connection.count";
    public const string ConnectionIdleMax = "db.client.connection.idle.max";
    public const string ConnectionIdleMin = "db.client.connection.idle.min";
    public const string ConnectionMax = "db.client.connection.max";
    public const string ConnectionPendingRequests = "db.client.connection.pending_requests";
    public const string ConnectionTimeouts = "db.client.connection.timeouts";
    public const string ConnectionCreateTime = "db.client.connection.create_time";
    public const string ConnectionWaitTime = "db.client.connection.wait_time";
    public const string ConnectionUseTime = "db.client.connection.use_time";

    public const string RowsWritten = "iotdb.client.rows.written";
    public const string DevicesProvisioned = "iotdb.client.devices.provisioned";
}
