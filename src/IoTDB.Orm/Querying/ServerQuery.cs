using System.Runtime.CompilerServices;
using IoTDB.Client;

namespace IoTDB.Orm;

/// <summary>A question to the server that can be asked: an immutable value, to be reused and sent as often as wanted.</summary>
/// <remarks>
/// It is neither <c>IQueryable</c> nor <c>IAsyncEnumerable</c>, so that an operator the server does not have cannot run here
/// unnoticed; <see cref="AsAsyncEnumerable"/> is the door to LINQ. A running enumeration holds a session until its end.
/// </remarks>
/// <typeparam name="TResult">What each row of the answer becomes.</typeparam>
public abstract class ServerQuery<TResult>
{
    private protected ServerQuery(QuerySpec spec) => Spec = spec;

    internal QuerySpec Spec { get; }

    /// <summary>All rows.</summary>
    /// <exception cref="IoTDBException">The server could not be reached or refused the statement.</exception>
    public async Task<List<TResult>> ToListAsync(CancellationToken ct = default)
    {
        var rows = new List<TResult>();
        await foreach (TResult row in Spec.Runner.RunAsync(this, ct).ConfigureAwait(false))
        {
            rows.Add(row);
        }

        return rows;
    }

    /// <summary>Streams the rows page by page; makes <c>await foreach</c> work. Leaving the loop early frees the session.</summary>
    public IAsyncEnumerator<TResult> GetAsyncEnumerator(CancellationToken ct = default) => Spec.Runner.RunAsync(this, ct).GetAsyncEnumerator(ct);

    /// <summary>The same rows for <c>await foreach</c>, ended by this token.</summary>
    public ConfiguredCancelableAsyncEnumerable<TResult> WithCancellation(CancellationToken ct) => AsAsyncEnumerable().WithCancellation(ct);

    /// <summary>The rows as a plain stream: what follows is LINQ in this process, not on the server.</summary>
    public IAsyncEnumerable<TResult> AsAsyncEnumerable() => new QueryStream<TResult>(this);

    /// <summary>
    /// The statement that would be sent. Times are in the server's precision once a session has told it, and in milliseconds
    /// before, which a remark says; so does one for an answer that is known without asking.
    /// </summary>
    public string ToQueryString() => Spec.Runner.Describe(this);

    /// <inheritdoc cref="ToQueryString"/>
    public override string ToString() => ToQueryString();

    /// <summary>The statement, or none where the answer is known to be empty.</summary>
    internal abstract Statement Render(StatementContext context);

    /// <summary>Starts reading the answer to <paramref name="statement"/>.</summary>
    internal abstract Answer<TResult> Open(ResultSet result, Statement statement, StatementContext context);
}
