namespace IoTDB.Client;

/// <summary>A request that answers with rows.</summary>
internal interface IQuery
{
    /// <summary>Sends it on a session, with the limit the server shall keep.</summary>
    ValueTask<QueryAnswer> SendAsync(ServerSession session, in QueryLimits limits, CallDeadline deadline);
}
