using IoTDB.Wire.Thrift;

namespace IoTDB.Wire.Messages;

/// <summary>Asks about device templates. Source: client.thrift, TSQueryTemplateReq.</summary>
[ThriftStruct]
internal readonly partial record struct QueryTemplateRequest(
    [ThriftField(1)] long SessionId,
    [ThriftField(2)] string Name,
    [ThriftField(3)] int QueryType,
    [ThriftField(4)] string? Measurement = null);
