namespace IoTDB.Client;

/// <summary>The server refused the login.</summary>
public sealed class IoTDBAuthenticationException : IoTDBException
{
    /// <summary>A failure described by its message.</summary>
    public IoTDBAuthenticationException(string message, Exception? innerException = null)
        : base(message, innerException) => Transient = false;

    /// <summary>Earliest time from now at which another login makes sense, where it is known.</summary>
    public TimeSpan? RetryAfter { get; init; }
}
