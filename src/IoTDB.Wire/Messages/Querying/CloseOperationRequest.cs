using IoTDB.Wire.Thrift;

namespace IoTDB.Wire.Messages;

/// <summary>Gives up a query, or, without a query id, the statement id and all its queries. Source: client.thrift, TSCloseOperationReq.</summary>
[ThriftStruct]
internal readonly partial record struct CloseOperationRequest(
    [ThriftField(1)] long SessionId,
    [ThriftField(2)] long? QueryId = null,
    [ThriftField(3)] long? StatementId = null,
    [ThriftField(4)] string? PreparedStatementName = null);
