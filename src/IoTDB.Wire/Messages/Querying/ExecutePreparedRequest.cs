using IoTDB.Wire.Thrift;

namespace IoTDB.Wire.Messages;

/// <summary>Executes a prepared statement; newer servers only. Source: client.thrift, TSExecutePreparedReq.</summary>
[ThriftStruct]
internal readonly partial record struct ExecutePreparedRequest(
    [ThriftField(1)] long SessionId,
    [ThriftField(2)] string StatementName,
    [ThriftField(3)] ReadOnlyMemory<byte> Parameters,
    [ThriftField(4)] int? FetchSize,
    [ThriftField(5)] long? Timeout,
    [ThriftField(6)] long StatementId);
