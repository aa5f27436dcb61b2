namespace IoTDB.Orm.Querying;

/// <summary>Sends queries and streams their answers.</summary>
internal abstract class QueryRunner
{
    /// <summary>The clock that <c>Last</c> counts back from.</summary>
    internal abstract TimeProvider Clock { get; }

    /// <summary>All rows of a query, in order, from one session that is held until the enumeration ends.</summary>
    internal abstract IAsyncEnumerable<TResult> RunAsync<TResult>(ServerQuery<TResult> query, CancellationToken ct);

    /// <summary>The number of rows.</summary>
    internal abstract Task<long> CountAsync(QuerySpec spec, CancellationToken ct);

    /// <summary>The statement that counts the rows of a query, for people.</summary>
    internal abstract string DescribeCount(QuerySpec spec);

    /// <summary>The statement of a query for people.</summary>
    internal abstract string Describe<TResult>(ServerQuery<TResult> query);
}
