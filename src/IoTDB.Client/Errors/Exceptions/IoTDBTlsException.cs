namespace IoTDB.Client;

/// <summary>TLS could not be agreed on: certificate, host name, version, or the other side does not speak it.</summary>
public sealed class IoTDBTlsException : IoTDBException
{
    /// <summary>A failure described by its message.</summary>
    public IoTDBTlsException(string message, Exception? innerException = null)
        : base(message, innerException) => Transient = false;
}
