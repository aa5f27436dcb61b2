using IoTDB.Wire.Thrift;

namespace IoTDB.Wire.Messages;

/// <summary>Rows of several devices as text that the server parses. Source: client.thrift, TSInsertStringRecordsReq.</summary>
[ThriftStruct]
internal readonly partial record struct InsertStringRecordsRequest(
    [ThriftField(1)] long SessionId,
    [ThriftField(2)] string[] PrefixPaths,
    [ThriftField(3)] string[][] MeasurementsList,
    [ThriftField(4)] string[][] ValuesList,
    [ThriftField(5)] long[] Timestamps,
    [ThriftField(6)] bool? IsAligned = null);
