using IoTDB.Wire.Thrift;

namespace IoTDB.Wire.Messages;

/// <summary>Takes from a device template; servers answer that they cannot. Source: client.thrift, TSPruneSchemaTemplateReq.</summary>
[ThriftStruct]
internal readonly partial record struct PruneSchemaTemplateRequest(
    [ThriftField(1)] long SessionId,
    [ThriftField(2)] string Name,
    [ThriftField(3)] string Path);
