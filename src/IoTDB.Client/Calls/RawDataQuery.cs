using IoTDB.Wire.Messages;

namespace IoTDB.Client;

/// <summary>Series between two times.</summary>
internal readonly record struct RawDataQuery(string[] Paths, long Start, long End) : IQuery
{
    public (long First, long End) Times => (Start, End);

    public OperationInfo Describe(StatementDisplay display) => new("SELECT");

    public ValueTask<QueryAnswer> SendAsync(ServerSession session, in QueryLimits limits, CallDeadline deadline) =>
        session.QueryAsync(
            Methods.ExecuteRawDataQueryV2,
            new RawDataQueryRequest(
                session.SessionId, Paths, limits.FetchSize, Start, End, session.StatementId, Timeout: (long)limits.Life.TotalMilliseconds),
            deadline);
}
