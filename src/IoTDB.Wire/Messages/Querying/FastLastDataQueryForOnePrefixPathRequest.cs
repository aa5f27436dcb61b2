using IoTDB.Wire.Thrift;

namespace IoTDB.Wire.Messages;

/// <summary>The newest points below a prefix, from the server's cache; not in 2.0.1-beta. Source: client.thrift, TSFastLastDataQueryForOnePrefixPathReq.</summary>
[ThriftStruct]
internal readonly partial record struct FastLastDataQueryForOnePrefixPathRequest(
    [ThriftField(1)] long SessionId,
    [ThriftField(2)] string[] Prefixes,
    [ThriftField(3)] int? FetchSize,
    [ThriftField(4)] long StatementId,
    [ThriftField(5)] bool? EnableRedirectQuery = null,
    [ThriftField(6)] bool? JdbcQuery = null,
    [ThriftField(7)] long? Timeout = null);
