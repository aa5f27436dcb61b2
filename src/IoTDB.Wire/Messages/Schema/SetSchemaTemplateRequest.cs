using IoTDB.Wire.Thrift;

namespace IoTDB.Wire.Messages;

/// <summary>Attaches a device template to a path. Source: client.thrift, TSSetSchemaTemplateReq.</summary>
[ThriftStruct]
internal readonly partial record struct SetSchemaTemplateRequest(
    [ThriftField(1)] long SessionId,
    [ThriftField(2)] string TemplateName,
    [ThriftField(3)] string PrefixPath);
