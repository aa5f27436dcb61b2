using IoTDB.Wire.Thrift;

namespace IoTDB.Wire.Messages;

/// <summary>Rows of one device with measurements of their own; a client writes it with <c>RecordsFrame</c> instead. Source: client.thrift, TSInsertRecordsOfOneDeviceReq.</summary>
[ThriftStruct]
internal readonly partial record struct InsertRecordsOfOneDeviceRequest(
    [ThriftField(1)] long SessionId,
    [ThriftField(2)] string PrefixPath,
    [ThriftField(3)] string[][] MeasurementsList,
    [ThriftField(4)] ReadOnlyMemory<byte>[] ValuesList,
    [ThriftField(5)] long[] Timestamps,
    [ThriftField(6)] bool? IsAligned = null);
