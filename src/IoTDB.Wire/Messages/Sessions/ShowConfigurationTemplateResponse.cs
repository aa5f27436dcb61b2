using IoTDB.Wire.Thrift;

namespace IoTDB.Wire.Messages;

/// <summary>Text of the server's configuration template. Source: client.thrift, TShowConfigurationTemplateResp.</summary>
[ThriftStruct]
internal readonly partial record struct ShowConfigurationTemplateResponse(
    [ThriftField(1)] Status Status,
    [ThriftField(2, Lenient = true)] string Content);
