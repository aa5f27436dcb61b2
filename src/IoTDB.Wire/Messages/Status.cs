using IoTDB.Wire.Thrift;

namespace IoTDB.Wire.Messages;

/// <summary>Outcome of a call, or of one part of it. Source: common.thrift, TSStatus; codes: wire protocol 11.</summary>
[ThriftStruct(MaxLevels = 4)]
internal readonly partial record struct Status(
    [ThriftField(1)] int Code,
    [ThriftField(2, Lenient = true)] string? Message = null,
    [ThriftField(3)] Status[]? SubStatus = null,
    [ThriftField(4)] EndpointAddress? RedirectNode = null,
    [ThriftField(5)] bool? NeedRetry = null,
    [ThriftField(6)] ReadOnlyMemory<byte>? ResponseData = null);
