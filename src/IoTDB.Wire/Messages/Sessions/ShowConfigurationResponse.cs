using IoTDB.Wire.Thrift;

namespace IoTDB.Wire.Messages;

/// <summary>Text of a node's configuration. Source: client.thrift, TShowConfigurationResp.</summary>
[ThriftStruct]
internal readonly partial record struct ShowConfigurationResponse(
    [ThriftField(1)] Status Status,
    [ThriftField(2, Lenient = true)] string Content);
