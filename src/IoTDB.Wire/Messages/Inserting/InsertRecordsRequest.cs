using IoTDB.Wire.Thrift;

namespace IoTDB.Wire.Messages;

/// <summary>Rows of several devices; a client writes it with <c>RecordsFrame</c> instead. Source: client.thrift, TSInsertRecordsReq.</summary>
[ThriftStruct]
internal readonly partial record struct InsertRecordsRequest(
    [ThriftField(1)] long SessionId,
    [ThriftField(2)] string[] PrefixPaths,
    [ThriftField(3)] string[][] MeasurementsList,
    [ThriftField(4)] ReadOnlyMemory<byte>[] ValuesList,
    [ThriftField(5)] long[] Timestamps,
    [ThriftField(6)] bool? IsAligned = null);
