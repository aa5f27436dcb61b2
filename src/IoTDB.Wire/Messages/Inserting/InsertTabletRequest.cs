using IoTDB.Wire.Thrift;

namespace IoTDB.Wire.Messages;

/// <summary>Rows of one device, column by column; a client writes it with <see cref="Blocks.InsertFrame"/> instead. Source: client.thrift, TSInsertTabletReq.</summary>
[ThriftStruct]
internal readonly partial record struct InsertTabletRequest(
    [ThriftField(1)] long SessionId,
    [ThriftField(2)] string PrefixPath,
    [ThriftField(3)] string[] Measurements,
    [ThriftField(4)] ReadOnlyMemory<byte> Values,
    [ThriftField(5)] ReadOnlyMemory<byte> Timestamps,
    [ThriftField(6)] int[] Types,
    [ThriftField(7)] int Size,
    [ThriftField(8)] bool? IsAligned = null,
    [ThriftField(9)] bool? WriteToTable = null,
    [ThriftField(10)] byte[]? ColumnCategories = null,
    [ThriftField(11)] bool? IsCompressed = null,
    [ThriftField(12)] byte[]? EncodingTypes = null,
    [ThriftField(13)] sbyte? CompressType = null);
