namespace IoTDB.Orm.Querying;

/// <summary>A query seen as a stream: each enumeration asks anew.</summary>
internal sealed class QueryStream<TResult>(ServerQuery<TResult> query) : IAsyncEnumerable<TResult>
{
    public IAsyncEnumerator<TResult> GetAsyncEnumerator(CancellationToken cancellationToken = default) => query.GetAsyncEnumerator(cancellationToken);
}
