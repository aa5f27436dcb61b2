namespace IoTDB.Client;

/// <summary>One request that can be sent again, on another session if need be; encoded anew for each.</summary>
internal interface ICall<TResult>
{
    /// <summary>What spans and metrics show of it; asked only while somebody looks.</summary>
    OperationInfo Describe(StatementDisplay display);

    /// <summary>Sends it once.</summary>
    ValueTask<TResult> AttemptAsync(ServerSession session, CallDeadline deadline);
}
