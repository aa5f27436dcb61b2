using IoTDB.Wire.Thrift;

namespace IoTDB.Wire.Messages;

/// <summary>Executes several statements that have no results. Source: client.thrift, TSExecuteBatchStatementReq.</summary>
[ThriftStruct]
internal readonly partial record struct ExecuteBatchStatementRequest(
    [ThriftField(1)] long SessionId,
    [ThriftField(2)] string[] Statements);
