using IoTDB.Wire.Thrift;

namespace IoTDB.Wire.Messages;

/// <summary>Answers a question about device templates. Source: client.thrift, TSQueryTemplateResp.</summary>
[ThriftStruct]
internal readonly partial record struct QueryTemplateResponse(
    [ThriftField(1)] Status Status,
    [ThriftField(2)] int QueryType,
    [ThriftField(3)] bool? Result = null,
    [ThriftField(4)] int? Count = null,
    [ThriftField(5)] string[]? Measurements = null);
