using IoTDB.Wire.Thrift;

namespace IoTDB.Wire.Messages;

/// <summary>Prepares a statement of the table dialect; newer servers only. Source: client.thrift, TSPrepareReq.</summary>
[ThriftStruct]
internal readonly partial record struct PrepareRequest(
    [ThriftField(1)] long SessionId,
    [ThriftField(2)] string Sql,
    [ThriftField(3)] string StatementName);
