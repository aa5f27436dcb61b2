namespace IoTDB.Client;

/// <summary>A request that answers with rows.</summary>
internal interface IQuery
{
    /// <summary>What spans and metrics show of it.</summary>
    OperationInfo Describe(SqlDialect dialect);

    /// <summary>Sends it on a session, with the limit the server shall keep.</summary>
    ValueTask<QueryAnswer> SendAsync(ServerSession session, in QueryLimits limits, CallDeadline deadline);
}
