namespace IoTDB.Client;

/// <summary>The other side sent bytes that break the protocol or a limit; the connection was closed.</summary>
public sealed class IoTDBProtocolException : IoTDBException
{
    /// <summary>A failure described by its message.</summary>
    public IoTDBProtocolException(string message, Exception? innerException = null)
        : base(message, innerException) => Transient = false;

    /// <summary>What the other side seems to be.</summary>
    public PeerHint PeerHint { get; init; }
}
