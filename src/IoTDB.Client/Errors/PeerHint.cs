namespace IoTDB.Client;

/// <summary>What answered instead of an IoTDB server, as far as its first bytes tell.</summary>
public enum PeerHint
{
    /// <summary>No idea.</summary>
    Unknown,

    /// <summary>A web server.</summary>
    Http,

    /// <summary>A server that speaks TLS; turn <c>Tls</c> on.</summary>
    Tls,

    /// <summary>An SSH server.</summary>
    Ssh,

    /// <summary>An IoTDB server of the other Thrift protocol; change <c>RpcCompression</c>.</summary>
    ThriftOtherEncoding,
}
