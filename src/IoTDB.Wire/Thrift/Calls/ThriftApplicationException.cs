namespace IoTDB.Wire.Thrift;

/// <summary>The server answered a call with an exception message instead of a reply.</summary>
internal sealed class ThriftApplicationException(ApplicationError type, string message) : Exception(message)
{
    /// <summary>Why; after <see cref="ApplicationError.ProtocolError"/> the connection must be closed.</summary>
    public ApplicationError Type { get; } = type;
}
