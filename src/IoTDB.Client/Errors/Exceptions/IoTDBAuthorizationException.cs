namespace IoTDB.Client;

/// <summary>The user lacks a privilege for this statement.</summary>
public sealed class IoTDBAuthorizationException : IoTDBException
{
    /// <summary>A failure described by its message.</summary>
    public IoTDBAuthorizationException(string message, Exception? innerException = null)
        : base(message, innerException) => Transient = false;
}
