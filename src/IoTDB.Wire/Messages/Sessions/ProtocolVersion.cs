namespace IoTDB.Wire.Messages;

/// <summary>Version of the client protocol. Source: client.thrift, TSProtocolVersion.</summary>
internal enum ProtocolVersion
{
    V1 = 0,
    V2 = 1,

    /// <summary>The only one that servers of 1.0 and later accept.</summary>
    V3 = 2,
}
