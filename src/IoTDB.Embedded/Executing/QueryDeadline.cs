namespace IoTDB.Embedded.Executing;

/// <summary>When a query has to be done. Asked while rows are made, not only between pages, so that one long page ends too.</summary>
/// <remarks>It looks at the clock once in a while and needs no timer: a server may have thousands of queries a second. Used by one request at a time.</remarks>
internal sealed class QueryDeadline(TimeProvider time, TimeSpan limit)
{
    // A few milliseconds of work.
    private const int StepsBetweenLooks = 16_384;
    private readonly long _start = time.GetTimestamp();
    private int _steps;

    /// <summary>One that never passes.</summary>
    public static QueryDeadline None { get; } = new(TimeProvider.System, TimeSpan.MaxValue);

    /// <summary>Counts work; looks at the clock when much was done.</summary>
    /// <param name="weight">How much, in cells read or made.</param>
    /// <exception cref="OperationCanceledException">The query has taken too long.</exception>
    public void Step(int weight)
    {
        if ((_steps += weight) >= StepsBetweenLooks)
        {
            _steps = 0;
            ThrowIfPassed();
        }
    }

    /// <exception cref="OperationCanceledException">The query has taken too long.</exception>
    public void ThrowIfPassed()
    {
        if (time.GetElapsedTime(_start) > limit)
        {
            throw new OperationCanceledException("Query execution is time out");
        }
    }
}
