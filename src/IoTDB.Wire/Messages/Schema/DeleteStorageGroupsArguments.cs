using IoTDB.Wire.Thrift;

namespace IoTDB.Wire.Messages;

/// <summary>Deletes databases with their data. Source: bare arguments of deleteStorageGroups.</summary>
[ThriftStruct]
internal readonly partial record struct DeleteStorageGroupsArguments(
    [ThriftField(1, MayBeAbsent = true)] long SessionId,
    [ThriftField(2, MayBeAbsent = true)] string[] StorageGroups);
