namespace IoTDB.Client;

public sealed partial class Session
{
    private static readonly TimeSpan s_serverMargin = TimeSpan.FromSeconds(5);

    /// <summary>Runs a query; rows are streamed.</summary>
    /// <param name="sql">One statement in the session's dialect, trusted text.</param>
    /// <param name="timeout">
    /// Limit on the server for the whole life of the query, pauses of the consumer included; null means <c>ReaderLifetime</c>, with
    /// <c>QueryTimeout</c> for each answer.
    /// </param>
    /// <param name="cancellationToken">Ends the call; once sent, it costs the connection.</param>
    /// <exception cref="IoTDBTimeoutException">The limit passed.</exception>
    /// <exception cref="IoTDBException">The server refuses the statement.</exception>
    public ValueTask<ResultSet> ExecuteQueryAsync(string sql, TimeSpan? timeout = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(sql);
        return QueryAsync(new StatementQuery(sql), timeout, cancellationToken);
    }

    /// <summary>Runs a statement that answers with rows or without.</summary>
    /// <param name="sql">One statement in the session's dialect, trusted text.</param>
    /// <param name="timeout">As for <see cref="ExecuteQueryAsync"/>.</param>
    /// <param name="cancellationToken">As for <see cref="ExecuteQueryAsync"/>.</param>
    /// <returns>The rows, or null for a statement that has none.</returns>
    public async ValueTask<ResultSet?> ExecuteAsync(string sql, TimeSpan? timeout = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(sql);
        QueryLimits limits = LimitsOf(timeout);
        return await RunAsync<StatementCall, ResultSet?>(new StatementCall(this, new StatementQuery(sql), limits), CallKind.Statement, CallLimit(limits), cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Runs a statement that has no rows: a definition, an insert, a delete, <c>USE</c>.</summary>
    /// <param name="sql">One statement in the session's dialect, trusted text; never repeated once it may have been executed.</param>
    /// <param name="cancellationToken">Ends the call; once sent, its effect is unknown.</param>
    /// <exception cref="IoTDBException">The server refuses the statement.</exception>
    public Task ExecuteNonQueryAsync(string sql, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(sql);
        return ExecuteNonQueryAsync(new StatementQuery(sql), cancellationToken);
    }

    /// <inheritdoc cref="ExecuteNonQueryAsync(string, CancellationToken)"/>
    internal async Task ExecuteNonQueryAsync(StatementQuery statement, CancellationToken cancellationToken)
    {
        QueryLimits limits = new(Options.FetchSize, Options.CommandTimeout, Options.CommandTimeout, Context.Clock.GetTimestamp());
        ResultSet? rows = await RunAsync<StatementCall, ResultSet?>(new StatementCall(this, statement, limits), CallKind.Statement, Options.CommandTimeout, cancellationToken).ConfigureAwait(false);
        if (rows is not null)
        {
            await rows.DisposeAsync().ConfigureAwait(false);
        }
    }

    /// <summary>Reads whole series between two times, ascending, aligned by time. Tree dialect.</summary>
    /// <param name="paths">Full paths of series; wildcards are allowed.</param>
    /// <param name="start">First timestamp, inclusive, in the server's precision.</param>
    /// <param name="end">Last timestamp, exclusive.</param>
    /// <param name="timeout">As for <see cref="ExecuteQueryAsync"/>.</param>
    /// <param name="cancellationToken">As for <see cref="ExecuteQueryAsync"/>.</param>
    public ValueTask<ResultSet> ExecuteRawDataQueryAsync(
        IEnumerable<string> paths, long start, long end, TimeSpan? timeout = null, CancellationToken cancellationToken = default) =>
        QueryAsync(new RawDataQuery([.. paths], start, end), timeout, cancellationToken);

    /// <summary>Reads the newest value of each series: its time, path, value as text, data type. Tree dialect.</summary>
    /// <param name="paths">Full paths of series; wildcards are allowed.</param>
    /// <param name="since">Values before this timestamp do not count; <see cref="long.MinValue"/> counts all.</param>
    /// <param name="timeout">As for <see cref="ExecuteQueryAsync"/>.</param>
    /// <param name="cancellationToken">As for <see cref="ExecuteQueryAsync"/>.</param>
    public ValueTask<ResultSet> ExecuteLastDataQueryAsync(
        IEnumerable<string> paths, long since = long.MinValue, TimeSpan? timeout = null, CancellationToken cancellationToken = default) =>
        QueryAsync(new LastDataQuery([.. paths], since), timeout, cancellationToken);

    /// <summary>Aggregates series, whole or in windows. Tree dialect.</summary>
    /// <param name="aggregations">Path of a series and what to compute of it.</param>
    /// <param name="range">Half-open range of timestamps; null means everything.</param>
    /// <param name="window">Length of a window and the step from one to the next, in the server's precision; null means one window.</param>
    /// <param name="timeout">As for <see cref="ExecuteQueryAsync"/>.</param>
    /// <param name="cancellationToken">As for <see cref="ExecuteQueryAsync"/>.</param>
    public ValueTask<ResultSet> ExecuteAggregationQueryAsync(
        IEnumerable<SeriesAggregation> aggregations,
        (long Start, long End)? range = null,
        (long Length, long Step)? window = null,
        TimeSpan? timeout = null,
        CancellationToken cancellationToken = default) =>
        QueryAsync(new AggregationQuery([.. aggregations], range, window), timeout, cancellationToken);

    /// <summary>Runs statements without rows one after the other and stops at the first that fails.</summary>
    /// <remarks>They are sent one by one: the server's own batch call answers "success" although single statements failed.</remarks>
    /// <returns>How many statements were run, which is all of them.</returns>
    /// <exception cref="IoTDBException">A statement failed; those before it took effect.</exception>
    public async Task<int> ExecuteBatchAsync(IEnumerable<string> statements, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(statements);
        int done = 0;
        foreach (string statement in statements)
        {
            await ExecuteNonQueryAsync(statement, cancellationToken).ConfigureAwait(false);
            done++;
        }

        return done;
    }

    internal ResultSet Open(in QueryAnswer answer, ServerSession server, in QueryLimits limits)
    {
        QueryCursor cursor = new(server, Context.Deadlines, answer, limits);
        ResultSet results = new(answer, cursor, server.TimeScale, this);
        _results = cursor.IsOpen ? results : null;
        return results;
    }

    internal ValueTask<ResultSet> QueryAsync<TQuery>(TQuery query, TimeSpan? timeout, CancellationToken cancellationToken)
        where TQuery : IQuery
    {
        QueryLimits limits = LimitsOf(timeout);
        return RunAsync<QueryCall<TQuery>, ResultSet>(new QueryCall<TQuery>(this, query, limits), CallKind.Query, CallLimit(limits), cancellationToken);
    }

    // The server stops by itself at the limit the caller gave; without one, steps are limited here and the query's life there.
    private QueryLimits LimitsOf(TimeSpan? timeout)
    {
        if (timeout is { } limit)
        {
            ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(limit, TimeSpan.Zero, nameof(timeout));
        }

        TimeSpan life = timeout ?? (Options.ReaderLifetime + s_serverMargin);
        TimeSpan step = timeout is { } given ? given + s_serverMargin : Options.QueryTimeout;
        return new QueryLimits(Options.FetchSize, step, life, Context.Clock.GetTimestamp());
    }

    private static TimeSpan CallLimit(in QueryLimits limits) => limits.Step;
}
