namespace IoTDB.Client;

/// <summary>Runs any statement; remembers what <c>USE</c> changed.</summary>
internal readonly struct StatementCall(Session owner, StatementQuery query, QueryLimits limits) : ICall<ResultSet?>
{
    private readonly Session _owner = owner;
    private readonly StatementQuery _query = query;
    private readonly QueryLimits _limits = limits;

    public OperationInfo Describe(StatementDisplay display) => _query.Describe(display);

    public async ValueTask<ResultSet?> AttemptAsync(ServerSession session, CallDeadline deadline)
    {
        Session owner = _owner;
        QueryLimits limits = _limits with { Started = owner.Context.Clock.GetTimestamp() }; // as the server will count: not the time it took to get there
        QueryAnswer answer = await _query.SendAsync(session, limits, deadline).ConfigureAwait(false);
        if (answer.HasResultSet)
        {
            return owner.Open(answer, session, limits);
        }

        if (answer.Response.Database is { } database)
        {
            session.Database = database;
        }

        answer.Frame.Return();
        return null;
    }
}
