namespace IoTDB.Client;

/// <summary>A value or row can never be stored: older than the TTL, out of range, too large, of the wrong type.</summary>
public sealed class IoTDBDataRejectedException : IoTDBException
{
    /// <summary>A failure described by its message.</summary>
    public IoTDBDataRejectedException(string message, Exception? innerException = null)
        : base(message, innerException) => Transient = false;
}
