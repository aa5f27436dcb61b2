namespace IoTDB.Client;

/// <summary>A request that answers with rows.</summary>
internal interface IQuery
{
    /// <summary>What spans and metrics show of it.</summary>
    OperationInfo Describe(StatementDisplay display);

    /// <summary>First timestamp its rows may have, and the first one after the last they may have.</summary>
    (long First, long End) Times { get; }

    /// <summary>Sends it on a session, with the limit the server shall keep.</summary>
    ValueTask<QueryAnswer> SendAsync(ServerSession session, in QueryLimits limits, CallDeadline deadline);
}
