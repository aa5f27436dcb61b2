using IoTDB.Wire.Messages;

namespace IoTDB.Client;

/// <summary>SQL text.</summary>
/// <param name="Sql">The text.</param>
/// <param name="Subject">What it is about, where the caller knows.</param>
internal readonly record struct StatementQuery(string Sql, CallSubject Subject = default) : IQuery
{
    /// <summary>Nobody has looked into the text.</summary>
    public (long First, long End) Times => (long.MinValue, long.MaxValue);

    public OperationInfo Describe(StatementDisplay display) => new(StatementRedactor.Verb(Sql), Subject.Collection, Subject.Database, display.Of(Sql));

    public ValueTask<QueryAnswer> SendAsync(ServerSession session, in QueryLimits limits, CallDeadline deadline) =>
        session.QueryAsync(
            Methods.ExecuteStatementV2,
            new ExecuteStatementRequest(session.SessionId, Sql, session.StatementId, limits.FetchSize, (long)limits.Life.TotalMilliseconds),
            deadline);
}
