using IoTDB.Wire.Thrift;

namespace IoTDB.Wire.Messages;

/// <summary>Asks for an id under which statements of this session run. Source: bare arguments of requestStatementId.</summary>
[ThriftStruct]
internal readonly partial record struct RequestStatementIdArguments(
    [ThriftField(1, MayBeAbsent = true)] long SessionId);
