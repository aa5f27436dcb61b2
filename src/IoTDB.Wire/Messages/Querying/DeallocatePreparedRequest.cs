using IoTDB.Wire.Thrift;

namespace IoTDB.Wire.Messages;

/// <summary>Forgets a prepared statement; newer servers only. Source: client.thrift, TSDeallocatePreparedReq.</summary>
[ThriftStruct]
internal readonly partial record struct DeallocatePreparedRequest(
    [ThriftField(1)] long SessionId,
    [ThriftField(2)] string StatementName);
