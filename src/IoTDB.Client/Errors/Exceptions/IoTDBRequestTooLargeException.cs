namespace IoTDB.Client;

/// <summary>One row or statement is larger than a request may be; nothing was sent.</summary>
public sealed class IoTDBRequestTooLargeException : IoTDBException
{
    /// <summary>A failure described by its message.</summary>
    public IoTDBRequestTooLargeException(string message, Exception? innerException = null)
        : base(message, innerException) => Transient = false;
}
