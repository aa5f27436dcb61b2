namespace IoTDB.Client;

/// <summary>One row or statement is larger than a request may be.</summary>
/// <remarks>
/// It was not sent where <c>MaxRequestBytes</c>, or a limit that the endpoint has shown before, forbids it. Else the server refused it, or cut the
/// connection each time it was sent; the outcome says what is known then.
/// </remarks>
public sealed class IoTDBRequestTooLargeException : IoTDBException
{
    /// <summary>A failure described by its message.</summary>
    public IoTDBRequestTooLargeException(string message, Exception? innerException = null)
        : base(message, innerException) => Transient = false;

    /// <summary>The server did not say so: it cut the connection.</summary>
    internal bool IsPresumed { get; init; }
}
