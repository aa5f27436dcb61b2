using IoTDB.Wire.Thrift;

namespace IoTDB.Wire.Messages;

/// <summary>Activates device templates on devices. Source: client.thrift, TCreateTimeseriesUsingSchemaTemplateReq.</summary>
[ThriftStruct]
internal readonly partial record struct CreateTimeseriesUsingSchemaTemplateRequest(
    [ThriftField(1)] long SessionId,
    [ThriftField(2)] string[] DevicePathList);
