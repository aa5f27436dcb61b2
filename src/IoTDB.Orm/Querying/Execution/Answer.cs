using IoTDB.Client;

namespace IoTDB.Orm.Querying;

/// <summary>The rows of one answer, some at a time. Belongs to one enumeration.</summary>
internal abstract class Answer<TResult>(ResultSet result, Interval bounds) : IAsyncDisposable
{
    /// <summary>The server's rows.</summary>
    protected ResultSet Result { get; } = result;

    /// <summary>One of the results of the last <see cref="ReadAsync"/>.</summary>
    internal abstract TResult this[int index] { get; }

    /// <summary>Gets the next results.</summary>
    /// <returns>How many; 0 at the end.</returns>
    /// <exception cref="InconsistentAnswerException">A row is outside of the query's time.</exception>
    internal abstract ValueTask<int> ReadAsync(CancellationToken ct);

    /// <summary>Closes the query on the server if it still runs.</summary>
    public virtual ValueTask DisposeAsync() => Result.DisposeAsync();

    /// <summary>Refuses a row that the query did not ask for.</summary>
    protected void Check(long timestamp)
    {
        if (!bounds.Contains(timestamp))
        {
            throw new InconsistentAnswerException(
                $"The server answered with a row at {timestamp} ({Result.TimeScale}), outside of the query's time {bounds.First} to {bounds.Last}.");
        }
    }
}
