namespace IoTDB.Wire.Thrift;

/// <summary>How Thrift values become bytes. A server speaks one of the two; there is no negotiation.</summary>
/// <remarks>Source: wire protocol 1.2; the server setting is <c>dn_rpc_thrift_compression_enable</c>.</remarks>
internal enum ThriftProtocol : byte
{
    /// <summary>TBinaryProtocol, strict header; the server's default.</summary>
    Binary = 0,

    /// <summary>TCompactProtocol.</summary>
    Compact = 1,
}
