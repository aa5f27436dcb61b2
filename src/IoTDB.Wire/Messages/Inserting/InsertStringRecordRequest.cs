using IoTDB.Wire.Thrift;

namespace IoTDB.Wire.Messages;

/// <summary>One row of one device as text that the server parses. Source: client.thrift, TSInsertStringRecordReq.</summary>
[ThriftStruct]
internal readonly partial record struct InsertStringRecordRequest(
    [ThriftField(1)] long SessionId,
    [ThriftField(2)] string PrefixPath,
    [ThriftField(3)] string[] Measurements,
    [ThriftField(4)] string[] Values,
    [ThriftField(5)] long Timestamp,
    [ThriftField(6)] bool? IsAligned = null,
    [ThriftField(7)] long? Timeout = null);
