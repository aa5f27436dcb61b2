using IoTDB.Wire.Messages;

namespace IoTDB.Client;

/// <summary>SQL text.</summary>
internal readonly record struct StatementQuery(string Sql) : IQuery
{
    /// <summary>Nobody has looked into the text.</summary>
    public (long First, long End) Times => (long.MinValue, long.MaxValue);

    public OperationInfo Describe(StatementDisplay display) => new(StatementRedactor.Verb(Sql), Statement: display.Of(Sql));

    public ValueTask<QueryAnswer> SendAsync(ServerSession session, in QueryLimits limits, CallDeadline deadline) =>
        session.QueryAsync(
            Methods.ExecuteStatementV2,
            new ExecuteStatementRequest(session.SessionId, Sql, session.StatementId, limits.FetchSize, (long)limits.Life.TotalMilliseconds),
            deadline);
}
