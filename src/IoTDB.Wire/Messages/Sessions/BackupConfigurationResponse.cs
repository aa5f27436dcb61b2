using IoTDB.Wire.Thrift;

namespace IoTDB.Wire.Messages;

/// <summary>Where a server copies its writes to. Source: client.thrift, TSBackupConfigurationResp.</summary>
[ThriftStruct]
internal readonly partial record struct BackupConfigurationResponse(
    [ThriftField(1)] Status Status,
    [ThriftField(2)] bool? EnableOperationSync = null,
    [ThriftField(3)] string? SecondaryAddress = null,
    [ThriftField(4)] int? SecondaryPort = null);
