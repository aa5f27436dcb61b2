namespace IoTDB.Client;

/// <summary>The time allowed for a call ran out.</summary>
public sealed class IoTDBTimeoutException : IoTDBException
{
    /// <summary>A failure described by its message.</summary>
    public IoTDBTimeoutException(string message, Exception? innerException = null)
        : base(message, innerException) => Transient = true;

    /// <summary>What the call was waiting for.</summary>
    public TimeoutPhase Phase { get; init; }
}
