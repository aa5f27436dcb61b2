using IoTDB.Wire.Thrift;

namespace IoTDB.Wire.Messages;

/// <summary>Creates a database. Source: bare arguments of setStorageGroup.</summary>
[ThriftStruct]
internal readonly partial record struct SetStorageGroupArguments(
    [ThriftField(1, MayBeAbsent = true)] long SessionId,
    [ThriftField(2, MayBeAbsent = true)] string StorageGroup);
