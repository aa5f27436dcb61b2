using IoTDB.Wire.Thrift;

namespace IoTDB.Wire.Messages;

/// <summary>Answers a login; the status alone tells whether it worked. Source: client.thrift, TSOpenSessionResp.</summary>
[ThriftStruct]
internal readonly partial record struct OpenSessionResponse(
    [ThriftField(1)] Status Status,
    [ThriftField(2)] ProtocolVersion ServerProtocolVersion,
    [ThriftField(3)] long? SessionId = null,
    [ThriftField(4)] KeyValuePair<string, string>[]? Configuration = null);
