namespace IoTDB.Embedded.Listening;

/// <summary>The server-wide counters of session, statement and query ids.</summary>
internal sealed class ServerIds
{
    private long _session;
    private long _statement;
    private long _query;

    public long NextSession() => Interlocked.Increment(ref _session);

    public long NextStatement() => Interlocked.Increment(ref _statement);

    public long NextQuery() => Interlocked.Increment(ref _query);
}
