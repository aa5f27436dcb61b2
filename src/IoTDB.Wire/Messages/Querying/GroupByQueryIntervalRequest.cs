using IoTDB.Wire.Thrift;

namespace IoTDB.Wire.Messages;

/// <summary>An aggregate of one series in windows; removed on the newest servers. Source: client.thrift, TSGroupByQueryIntervalReq.</summary>
[ThriftStruct]
internal readonly partial record struct GroupByQueryIntervalRequest(
    [ThriftField(1)] long SessionId,
    [ThriftField(2)] long StatementId,
    [ThriftField(3)] string Device,
    [ThriftField(4)] string Measurement,
    [ThriftField(5)] int DataType,
    [ThriftField(6)] AggregationType AggregationType,
    [ThriftField(7)] string? Database = null,
    [ThriftField(8)] long? StartTime = null,
    [ThriftField(9)] long? EndTime = null,
    [ThriftField(10)] long? Interval = null,
    [ThriftField(11)] int? FetchSize = null,
    [ThriftField(12)] long? Timeout = null,
    [ThriftField(13)] bool? IsAligned = null);
