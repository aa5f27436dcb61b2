namespace IoTDB.Client;

/// <summary>The server refuses load: memory, throttling, quotas, number of queries.</summary>
public sealed class IoTDBServerBusyException : IoTDBException
{
    /// <summary>A failure described by its message.</summary>
    public IoTDBServerBusyException(string message, Exception? innerException = null)
        : base(message, innerException) => Transient = true;
}
