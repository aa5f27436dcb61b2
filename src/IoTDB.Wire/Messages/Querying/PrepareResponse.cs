using IoTDB.Wire.Thrift;

namespace IoTDB.Wire.Messages;

/// <summary>Answers a preparation. Source: client.thrift, TSPrepareResp.</summary>
[ThriftStruct]
internal readonly partial record struct PrepareResponse(
    [ThriftField(1)] Status Status,
    [ThriftField(2)] int? ParameterCount = null);
