using IoTDB.Wire.Thrift;

namespace IoTDB.Wire.Messages;

/// <summary>What a server says about itself; works before login. Source: client.thrift, ServerProperties.</summary>
[ThriftStruct]
internal readonly partial record struct ServerProperties(
    [ThriftField(1)] string Version,
    [ThriftField(2)] string[] SupportedTimeAggregationOperations,
    [ThriftField(3)] string TimestampPrecision,
    [ThriftField(4, MayBeAbsent = true)] int MaxConcurrentClientNum,
    [ThriftField(5)] int? ThriftMaxFrameSize = null,
    [ThriftField(6)] bool? IsReadOnly = null,
    [ThriftField(7, Lenient = true)] string? BuildInfo = null,
    [ThriftField(8, Lenient = true)] string? Logo = null);
