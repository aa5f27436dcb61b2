using IoTDB.Wire.Thrift;

namespace IoTDB.Wire.Messages;

/// <summary>One row of one device; the values in the layout of <see cref="Blocks.RecordDecoder"/>. Source: client.thrift, TSInsertRecordReq.</summary>
[ThriftStruct]
internal readonly partial record struct InsertRecordRequest(
    [ThriftField(1)] long SessionId,
    [ThriftField(2)] string PrefixPath,
    [ThriftField(3)] string[] Measurements,
    [ThriftField(4)] ReadOnlyMemory<byte> Values,
    [ThriftField(5)] long Timestamp,
    [ThriftField(6)] bool? IsAligned = null,
    [ThriftField(7)] bool? IsWriteToTable = null,
    [ThriftField(8)] byte[]? ColumnCategories = null);
