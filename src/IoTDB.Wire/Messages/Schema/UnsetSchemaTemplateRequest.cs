using IoTDB.Wire.Thrift;

namespace IoTDB.Wire.Messages;

/// <summary>Detaches a device template; path and name are swapped against attaching. Source: client.thrift, TSUnsetSchemaTemplateReq.</summary>
[ThriftStruct]
internal readonly partial record struct UnsetSchemaTemplateRequest(
    [ThriftField(1)] long SessionId,
    [ThriftField(2)] string PrefixPath,
    [ThriftField(3)] string TemplateName);
