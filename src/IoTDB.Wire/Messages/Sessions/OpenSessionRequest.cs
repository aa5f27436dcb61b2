using IoTDB.Wire.Thrift;

namespace IoTDB.Wire.Messages;

/// <summary>Logs in. The connection is the session from then on. Source: client.thrift, TSOpenSessionReq.</summary>
[ThriftStruct]
internal readonly partial record struct OpenSessionRequest(
    [ThriftField(1)] ProtocolVersion ClientProtocol,
    [ThriftField(2)] string ZoneId,
    [ThriftField(3)] string Username,
    [ThriftField(4)] string? Password = null,
    [ThriftField(5)] KeyValuePair<string, string>[]? Configuration = null);
