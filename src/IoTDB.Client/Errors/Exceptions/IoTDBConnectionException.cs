namespace IoTDB.Client;

/// <summary>The connection could not be made or broke: name not resolved, refused, unreachable, reset, closed.</summary>
public sealed class IoTDBConnectionException : IoTDBException
{
    /// <summary>A failure described by its message.</summary>
    public IoTDBConnectionException(string message, Exception? innerException = null)
        : base(message, innerException) => Transient = true;

    /// <summary>Bytes of the request that was on its way when the connection broke; 0 where that is not known.</summary>
    internal int RequestBytes { get; init; }
}
