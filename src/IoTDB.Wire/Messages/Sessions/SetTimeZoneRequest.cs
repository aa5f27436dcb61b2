using IoTDB.Wire.Thrift;

namespace IoTDB.Wire.Messages;

/// <summary>Sets the time zone in which the server reads date-time literals. Source: client.thrift, TSSetTimeZoneReq.</summary>
[ThriftStruct]
internal readonly partial record struct SetTimeZoneRequest(
    [ThriftField(1)] long SessionId,
    [ThriftField(2)] string TimeZone);
