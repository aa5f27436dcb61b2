using IoTDB.Wire.Thrift;

namespace IoTDB.Wire.Messages;

/// <summary>The newest points of one device, from the server's cache. Source: client.thrift, TSFastLastDataQueryForOneDeviceReq.</summary>
[ThriftStruct]
internal readonly partial record struct FastLastDataQueryForOneDeviceRequest(
    [ThriftField(1)] long SessionId,
    [ThriftField(2)] string Db,
    [ThriftField(3)] string DeviceId,
    [ThriftField(4)] string[] Sensors,
    [ThriftField(5)] int? FetchSize,
    [ThriftField(6)] long StatementId,
    [ThriftField(7)] bool? EnableRedirectQuery = null,
    [ThriftField(8)] bool? JdbcQuery = null,
    [ThriftField(9)] long? Timeout = null,
    [ThriftField(10)] bool? LegalPathNodes = null);
