using IoTDB.Wire.Thrift;

namespace IoTDB.Wire.Messages;

/// <summary>Creates a device template. Source: client.thrift, TSCreateSchemaTemplateReq.</summary>
[ThriftStruct]
internal readonly partial record struct CreateSchemaTemplateRequest(
    [ThriftField(1)] long SessionId,
    [ThriftField(2)] string Name,
    [ThriftField(3)] ReadOnlyMemory<byte> SerializedTemplate);
