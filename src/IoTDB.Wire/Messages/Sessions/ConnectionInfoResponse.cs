using IoTDB.Wire.Thrift;

namespace IoTDB.Wire.Messages;

/// <summary>All sessions of a server; it carries no status. Source: client.thrift, TSConnectionInfoResp.</summary>
[ThriftStruct]
internal readonly partial record struct ConnectionInfoResponse(
    [ThriftField(1)] ConnectionInfo[] ConnectionInfoList);
