using IoTDB.Wire.Thrift;

namespace IoTDB.Wire.Messages;

/// <summary>Asks for the next rows of a query. Source: client.thrift, TSFetchResultsReq.</summary>
[ThriftStruct]
internal readonly partial record struct FetchResultsRequest(
    [ThriftField(1)] long SessionId,
    [ThriftField(2)] string Statement,
    [ThriftField(3)] int FetchSize,
    [ThriftField(4)] long QueryId,
    [ThriftField(5)] bool IsAlign,
    [ThriftField(6)] long? Timeout = null,
    [ThriftField(7)] long? StatementId = null);
