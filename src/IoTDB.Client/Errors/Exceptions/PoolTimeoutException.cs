namespace IoTDB.Client;

/// <summary>No session became free in time; the message says who holds them.</summary>
public sealed class PoolTimeoutException : IoTDBException
{
    /// <summary>A failure described by its message.</summary>
    public PoolTimeoutException(string message, Exception? innerException = null)
        : base(message, innerException) => Transient = true;

    /// <summary>The pool at that moment.</summary>
    public PoolStatistics? Statistics { get; init; }
}
