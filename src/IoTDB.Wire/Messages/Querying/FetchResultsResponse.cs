using IoTDB.Wire.Thrift;

namespace IoTDB.Wire.Messages;

/// <summary>The next rows of a query. Source: client.thrift, TSFetchResultsResp.</summary>
[ThriftStruct]
internal readonly partial record struct FetchResultsResponse(
    [ThriftField(1)] Status Status,
    [ThriftField(2)] bool HasResultSet,
    [ThriftField(3)] bool IsAlign,
    [ThriftField(4)] QueryDataSet? QueryDataSet = null,
    [ThriftField(5)] NonAlignQueryDataSet? NonAlignQueryDataSet = null,
    [ThriftField(6)] ReadOnlyMemory<byte>[]? QueryResult = null,
    [ThriftField(7)] bool? MoreData = null);
