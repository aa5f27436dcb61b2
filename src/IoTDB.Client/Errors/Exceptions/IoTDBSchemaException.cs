namespace IoTDB.Client;

/// <summary>The statement contradicts the schema.</summary>
public sealed class IoTDBSchemaException : IoTDBException
{
    /// <summary>A failure described by its message.</summary>
    public IoTDBSchemaException(string message, Exception? innerException = null)
        : base(message, innerException) => Transient = false;

    /// <summary>In which way.</summary>
    public SchemaErrorKind Kind { get; init; }
}
