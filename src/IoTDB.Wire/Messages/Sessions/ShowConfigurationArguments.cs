using IoTDB.Wire.Thrift;

namespace IoTDB.Wire.Messages;

/// <summary>Asks a node for its configuration. Source: bare arguments of showConfiguration.</summary>
[ThriftStruct]
internal readonly partial record struct ShowConfigurationArguments(
    [ThriftField(1, MayBeAbsent = true)] int NodeId);
