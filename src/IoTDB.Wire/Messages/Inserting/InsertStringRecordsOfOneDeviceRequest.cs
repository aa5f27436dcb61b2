using IoTDB.Wire.Thrift;

namespace IoTDB.Wire.Messages;

/// <summary>Rows of one device as text that the server parses. Source: client.thrift, TSInsertStringRecordsOfOneDeviceReq.</summary>
[ThriftStruct]
internal readonly partial record struct InsertStringRecordsOfOneDeviceRequest(
    [ThriftField(1)] long SessionId,
    [ThriftField(2)] string PrefixPath,
    [ThriftField(3)] string[][] MeasurementsList,
    [ThriftField(4)] string[][] ValuesList,
    [ThriftField(5)] long[] Timestamps,
    [ThriftField(6)] bool? IsAligned = null);
