namespace IoTDB.Client;

/// <summary>Runs a query and opens its result set on the session that answered.</summary>
internal readonly struct QueryCall<TQuery>(Session owner, TQuery query, QueryLimits limits) : ICall<ResultSet>
    where TQuery : IQuery
{
    private readonly Session _owner = owner;
    private readonly TQuery _query = query;
    private readonly QueryLimits _limits = limits;

    public OperationInfo Describe(StatementDisplay display) => _query.Describe(display);

    public async ValueTask<ResultSet> AttemptAsync(ServerSession session, CallDeadline deadline)
    {
        Session owner = _owner;
        QueryLimits limits = _limits with { Started = owner.Context.Clock.GetTimestamp() }; // as the server will count: not the time it took to get there
        QueryAnswer answer = await _query.SendAsync(session, limits, deadline).ConfigureAwait(false);
        ResultSet results = owner.Open(answer, session, limits);
        results.Expect(_query.Times);
        return results;
    }
}
