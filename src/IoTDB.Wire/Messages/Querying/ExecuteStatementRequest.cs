using IoTDB.Wire.Thrift;

namespace IoTDB.Wire.Messages;

/// <summary>Executes one SQL statement. Source: client.thrift, TSExecuteStatementReq.</summary>
[ThriftStruct]
internal readonly partial record struct ExecuteStatementRequest(
    [ThriftField(1)] long SessionId,
    [ThriftField(2, Lenient = true)] string Statement,
    [ThriftField(3)] long StatementId,
    [ThriftField(4)] int? FetchSize = null,
    [ThriftField(5)] long? Timeout = null,
    [ThriftField(6)] bool? EnableRedirectQuery = null,
    [ThriftField(7)] bool? JdbcQuery = null);
