using IoTDB.Wire.Thrift;

namespace IoTDB.Wire.Messages;

/// <summary>Asks for the time zone of the session. Source: bare arguments of getTimeZone.</summary>
[ThriftStruct]
internal readonly partial record struct TimeZoneArguments(
    [ThriftField(1, MayBeAbsent = true)] long SessionId);
