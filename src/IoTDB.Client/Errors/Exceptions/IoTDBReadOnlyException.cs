namespace IoTDB.Client;

/// <summary>The node is read-only or its disk is full; another node may take the write.</summary>
public sealed class IoTDBReadOnlyException : IoTDBException
{
    /// <summary>A failure described by its message.</summary>
    public IoTDBReadOnlyException(string message, Exception? innerException = null)
        : base(message, innerException) => Transient = true;
}
