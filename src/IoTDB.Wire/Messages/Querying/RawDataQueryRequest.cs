using IoTDB.Wire.Thrift;

namespace IoTDB.Wire.Messages;

/// <summary>Points of series from a start (inclusive) to an end (exclusive). Source: client.thrift, TSRawDataQueryReq.</summary>
[ThriftStruct]
internal readonly partial record struct RawDataQueryRequest(
    [ThriftField(1)] long SessionId,
    [ThriftField(2)] string[] Paths,
    [ThriftField(3)] int? FetchSize,
    [ThriftField(4)] long StartTime,
    [ThriftField(5)] long EndTime,
    [ThriftField(6)] long StatementId,
    [ThriftField(7)] bool? EnableRedirectQuery = null,
    [ThriftField(8)] bool? JdbcQuery = null,
    [ThriftField(9)] long? Timeout = null,
    [ThriftField(10)] bool? LegalPathNodes = null);
