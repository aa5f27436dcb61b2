using IoTDB.Wire.Thrift;

namespace IoTDB.Wire.Messages;

/// <summary>Status of a statement and, where it has a result set, its columns and first rows. Source: client.thrift, TSExecuteStatementResp.</summary>
[ThriftStruct]
internal readonly partial record struct ExecuteStatementResponse(
    [ThriftField(1)] Status Status,
    [ThriftField(2)] long? QueryId = null,
    [ThriftField(3)] string[]? Columns = null,
    [ThriftField(4)] string? OperationType = null,
    [ThriftField(5)] bool? IgnoreTimeStamp = null,
    [ThriftField(6)] string[]? DataTypeList = null,
    [ThriftField(7)] QueryDataSet? QueryDataSet = null,
    [ThriftField(8)] NonAlignQueryDataSet? NonAlignQueryDataSet = null,
    [ThriftField(9)] KeyValuePair<string, int>[]? ColumnNameIndexMap = null,
    [ThriftField(10)] string[]? SgColumns = null,
    [ThriftField(11)] byte[]? AliasColumns = null,
    [ThriftField(12)] TracingInfo? TracingInfo = null,
    [ThriftField(13)] ReadOnlyMemory<byte>[]? QueryResult = null,
    [ThriftField(14)] bool? MoreData = null,
    [ThriftField(15)] string? Database = null,
    [ThriftField(16)] bool? TableModel = null,
    [ThriftField(17)] int[]? ColumnIndexToBlockColumnIndexList = null);
