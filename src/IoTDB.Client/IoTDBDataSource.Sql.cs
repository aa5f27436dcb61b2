using System.Runtime.CompilerServices;

namespace IoTDB.Client;

public sealed partial class IoTDBDataSource
{
    /// <summary>Runs a statement that has no rows, on any session.</summary>
    /// <param name="sql">The statement as <c>$"…{value}…"</c>; holes become literals and quoted names.</param>
    /// <param name="cancellationToken">Ends the call; once sent, its effect is unknown.</param>
    /// <exception cref="IoTDBException">The server refuses it; it is never repeated once it may have been executed.</exception>
    public async Task ExecuteAsync(SqlText sql, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(sql);
        SessionLease lease = await RentAsync(cancellationToken).ConfigureAwait(false);
        await using (lease.ConfigureAwait(false))
        {
            Session session = lease.Session;
            await session.ExecuteNonQueryAsync(sql.Render(SqlDialect, session.TimeScale), cancellationToken).ConfigureAwait(false);
        }
    }

    /// <summary>Runs a query on any session; the session goes back by itself when the last row has arrived, or with the result set.</summary>
    /// <param name="sql">The query as <c>$"…{value}…"</c>; holes become literals and quoted names.</param>
    /// <param name="timeout">As for <see cref="Session.ExecuteQueryAsync"/>.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <exception cref="IoTDBException">The server refuses it.</exception>
    public async ValueTask<ResultSet> QueryAsync(SqlText sql, TimeSpan? timeout = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(sql);
        SessionLease lease = await RentAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            Session session = lease.Session;
            ResultSet results = await session.ExecuteQueryAsync(sql.Render(SqlDialect, session.TimeScale), timeout, cancellationToken).ConfigureAwait(false);
            return session.HandOver(results);
        }
        catch
        {
            await lease.DisposeAsync().ConfigureAwait(false);
            throw;
        }
    }

    /// <summary>Runs a query and streams its rows as objects of a mapped type, or the values of its only column.</summary>
    /// <typeparam name="T">
    /// A mapped type; or what <see cref="ResultSet.Get{T}(int)"/> reads, or its nullable form: a missing value is null, or an error.
    /// </typeparam>
    /// <param name="sql">The query as <c>$"…{value}…"</c>; holes become literals and quoted names.</param>
    /// <param name="cancellationToken">Ends the stream.</param>
    /// <exception cref="InvalidCastException">The column holds another type.</exception>
    /// <exception cref="IoTDBException">The server refuses it, or the rows that came are not all.</exception>
    public IAsyncEnumerable<T> Sql<T>(SqlText sql, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(sql);
        return MappedRows<T>.Find() is { } stream
            ? StreamMappedAsync(sql, stream, cancellationToken)
            : StreamAsync(sql, new ScalarReader<T>(), cancellationToken);
    }

    /// <summary>Runs a query of two columns and streams its rows as tuples.</summary>
    /// <inheritdoc cref="Sql{T}(SqlText, CancellationToken)"/>
    public IAsyncEnumerable<(T1, T2)> Sql<T1, T2>(SqlText sql, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(sql);
        return StreamAsync(sql, new PairReader<T1, T2>(), cancellationToken);
    }

    /// <summary>Runs a query of three columns and streams its rows as tuples.</summary>
    /// <inheritdoc cref="Sql{T}(SqlText, CancellationToken)"/>
    public IAsyncEnumerable<(T1, T2, T3)> Sql<T1, T2, T3>(SqlText sql, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(sql);
        return StreamAsync(sql, new TripleReader<T1, T2, T3>(), cancellationToken);
    }

    private async IAsyncEnumerable<T> StreamMappedAsync<T>(
        SqlText sql, Func<ResultSet, CancellationToken, IAsyncEnumerable<T>> stream, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        ResultSet results = await QueryAsync(sql, timeout: null, cancellationToken).ConfigureAwait(false);
        await using (results.ConfigureAwait(false))
        {
            await foreach (T row in stream(results, cancellationToken).ConfigureAwait(false))
            {
                yield return row;
            }
        }
    }

    private async IAsyncEnumerable<T> StreamAsync<T>(SqlText sql, IRowReader<T> reader, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        ResultSet results = await QueryAsync(sql, timeout: null, cancellationToken).ConfigureAwait(false);
        await using (results.ConfigureAwait(false))
        {
            while (await results.ReadAsync(cancellationToken).ConfigureAwait(false))
            {
                yield return reader.Read(results);
            }
        }
    }
}
