using IoTDB.Wire.Thrift;

namespace IoTDB.Wire.Messages;

/// <summary>One session of a server. Source: client.thrift, TSConnectionInfo.</summary>
[ThriftStruct]
internal readonly partial record struct ConnectionInfo(
    [ThriftField(1)] string UserName,
    [ThriftField(2)] long LogInTime,
    [ThriftField(3)] string ConnectionId,
    [ThriftField(4)] ConnectionType Type);
