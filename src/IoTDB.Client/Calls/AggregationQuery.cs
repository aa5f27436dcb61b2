using IoTDB.Wire.Messages;

namespace IoTDB.Client;

/// <summary>Aggregates of series.</summary>
internal readonly record struct AggregationQuery(SeriesAggregation[] Items, (long Start, long End)? Range, (long Length, long Step)? Window) : IQuery
{
    /// <summary>Windows begin within the range.</summary>
    public (long First, long End) Times => Range ?? (long.MinValue, long.MaxValue);

    public OperationInfo Describe(StatementDisplay display) => new("SELECT");

    public ValueTask<QueryAnswer> SendAsync(ServerSession session, in QueryLimits limits, CallDeadline deadline) =>
        session.QueryAsync(
            Methods.ExecuteAggregationQueryV2,
            new AggregationQueryRequest(
                session.SessionId,
                session.StatementId,
                [.. Items.Select(item => item.Path)],
                [.. Items.Select(item => (AggregationType)(int)item.Function)],
                Range?.Start,
                Range?.End,
                Window?.Length,
                Window?.Step,
                limits.FetchSize,
                (long)limits.Life.TotalMilliseconds),
            deadline);
}
