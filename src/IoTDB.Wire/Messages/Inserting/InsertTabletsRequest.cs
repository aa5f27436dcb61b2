using IoTDB.Wire.Thrift;

namespace IoTDB.Wire.Messages;

/// <summary>Tablets of several devices; a client writes it with <see cref="Blocks.InsertFrame"/> instead. Source: client.thrift, TSInsertTabletsReq.</summary>
[ThriftStruct]
internal readonly partial record struct InsertTabletsRequest(
    [ThriftField(1)] long SessionId,
    [ThriftField(2)] string[] PrefixPaths,
    [ThriftField(3)] string[][] MeasurementsList,
    [ThriftField(4)] ReadOnlyMemory<byte>[] ValuesList,
    [ThriftField(5)] ReadOnlyMemory<byte>[] TimestampsList,
    [ThriftField(6)] int[][] TypesList,
    [ThriftField(7)] int[] SizeList,
    [ThriftField(8)] bool? IsAligned = null);
