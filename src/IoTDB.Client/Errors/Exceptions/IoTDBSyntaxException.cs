namespace IoTDB.Client;

/// <summary>The server does not understand the statement, or it contradicts the schema it names.</summary>
public sealed class IoTDBSyntaxException : IoTDBException
{
    /// <summary>A failure described by its message.</summary>
    public IoTDBSyntaxException(string message, Exception? innerException = null)
        : base(message, innerException) => Transient = false;
}
