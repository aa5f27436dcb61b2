namespace IoTDB.Client;

/// <summary>The node is starting or stopping, or has no leader, partition or replica to serve the statement.</summary>
public sealed class IoTDBServerUnavailableException : IoTDBException
{
    /// <summary>A failure described by its message.</summary>
    public IoTDBServerUnavailableException(string message, Exception? innerException = null)
        : base(message, innerException) => Transient = true;
}
