using IoTDB.Wire.Thrift;

namespace IoTDB.Wire.Messages;

/// <summary>The arguments of a call that has none. Source: a method without arguments.</summary>
[ThriftStruct]
internal readonly partial record struct EmptyArguments();
