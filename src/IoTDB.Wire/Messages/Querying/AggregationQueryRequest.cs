using IoTDB.Wire.Thrift;

namespace IoTDB.Wire.Messages;

/// <summary>Aggregates of series, whole or in windows. Source: client.thrift, TSAggregationQueryReq.</summary>
[ThriftStruct]
internal readonly partial record struct AggregationQueryRequest(
    [ThriftField(1)] long SessionId,
    [ThriftField(2)] long StatementId,
    [ThriftField(3)] string[] Paths,
    [ThriftField(4)] AggregationType[] Aggregations,
    [ThriftField(5)] long? StartTime = null,
    [ThriftField(6)] long? EndTime = null,
    [ThriftField(7)] long? Interval = null,
    [ThriftField(8)] long? SlidingStep = null,
    [ThriftField(9)] int? FetchSize = null,
    [ThriftField(10)] long? Timeout = null,
    [ThriftField(11)] bool? LegalPathNodes = null);
