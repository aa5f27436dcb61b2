using IoTDB.Wire.Thrift;

namespace IoTDB.Wire.Messages;

/// <summary>Ends one server session. Source: client.thrift, TSCloseSessionReq.</summary>
[ThriftStruct]
internal readonly partial record struct CloseSessionRequest(
    [ThriftField(1)] long SessionId);
