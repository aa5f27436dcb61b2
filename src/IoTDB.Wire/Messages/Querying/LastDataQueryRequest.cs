using IoTDB.Wire.Thrift;

namespace IoTDB.Wire.Messages;

/// <summary>The newest point of each series, not older than a time. Source: client.thrift, TSLastDataQueryReq.</summary>
[ThriftStruct]
internal readonly partial record struct LastDataQueryRequest(
    [ThriftField(1)] long SessionId,
    [ThriftField(2)] string[] Paths,
    [ThriftField(3)] int? FetchSize,
    [ThriftField(4)] long Time,
    [ThriftField(5)] long StatementId,
    [ThriftField(6)] bool? EnableRedirectQuery = null,
    [ThriftField(7)] bool? JdbcQuery = null,
    [ThriftField(8)] long? Timeout = null,
    [ThriftField(9)] bool? LegalPathNodes = null);
