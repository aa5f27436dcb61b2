using IoTDB.Wire.Thrift;

namespace IoTDB.Wire.Messages;

/// <summary>The session's time zone. Source: client.thrift, TSGetTimeZoneResp.</summary>
[ThriftStruct]
internal readonly partial record struct TimeZoneResponse(
    [ThriftField(1)] Status Status,
    [ThriftField(2)] string TimeZone);
