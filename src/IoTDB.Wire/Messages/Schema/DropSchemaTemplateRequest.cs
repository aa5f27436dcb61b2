using IoTDB.Wire.Thrift;

namespace IoTDB.Wire.Messages;

/// <summary>Deletes a device template. Source: client.thrift, TSDropSchemaTemplateReq.</summary>
[ThriftStruct]
internal readonly partial record struct DropSchemaTemplateRequest(
    [ThriftField(1)] long SessionId,
    [ThriftField(2)] string TemplateName);
