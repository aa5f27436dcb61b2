using IoTDB.Wire.Thrift;

namespace IoTDB.Wire.Messages;

/// <summary>How a query ran; not sent by 2.0 servers. Source: client.thrift, TSTracingInfo.</summary>
[ThriftStruct]
internal readonly partial record struct TracingInfo(
    [ThriftField(1)] string[] ActivityList,
    [ThriftField(2)] long[] ElapsedTimeList,
    [ThriftField(3)] int? SeriesPathNum = null,
    [ThriftField(4)] int? SeqFileNum = null,
    [ThriftField(5)] int? UnSeqFileNum = null,
    [ThriftField(6)] int? SequenceChunkNum = null,
    [ThriftField(7)] long? SequenceChunkPointNum = null,
    [ThriftField(8)] int? UnsequenceChunkNum = null,
    [ThriftField(9)] long? UnsequenceChunkPointNum = null,
    [ThriftField(10)] int? TotalPageNum = null,
    [ThriftField(11)] int? OverlappedPageNum = null);
