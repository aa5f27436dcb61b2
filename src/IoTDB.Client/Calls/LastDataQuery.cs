using IoTDB.Wire.Messages;

namespace IoTDB.Client;

/// <summary>Newest values of series.</summary>
internal readonly record struct LastDataQuery(string[] Paths, long Since) : IQuery
{
    public (long First, long End) Times => (Since, long.MaxValue);

    public OperationInfo Describe(StatementDisplay display) => new("SELECT LAST");

    public ValueTask<QueryAnswer> SendAsync(ServerSession session, in QueryLimits limits, CallDeadline deadline) =>
        session.QueryAsync(
            Methods.ExecuteLastDataQueryV2,
            new LastDataQueryRequest(
                session.SessionId, Paths, limits.FetchSize, Since, session.StatementId, Timeout: (long)limits.Life.TotalMilliseconds),
            deadline);
}
