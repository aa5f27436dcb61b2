using IoTDB.Wire.Thrift;

namespace IoTDB.Wire.Messages;

/// <summary>Cancels a query; servers answer that they cannot. Source: client.thrift, TSCancelOperationReq.</summary>
[ThriftStruct]
internal readonly partial record struct CancelOperationRequest(
    [ThriftField(1)] long SessionId,
    [ThriftField(2)] long QueryId);
