namespace IoTDB.Client.Tests.Reliability;

/// <summary>Asks for all times and says that it asked for some: what a replica answers that has lost the time filter.</summary>
internal readonly record struct FailingOverQuery(string Path, long First, long End) : IQuery
{
    public (long First, long End) Times => (First, End);

    public OperationInfo Describe(StatementDisplay display) => new("SELECT");

    public ValueTask<QueryAnswer> SendAsync(ServerSession session, in QueryLimits limits, CallDeadline deadline) =>
        new RawDataQuery([Path], long.MinValue, long.MaxValue).SendAsync(session, limits, deadline);
}
