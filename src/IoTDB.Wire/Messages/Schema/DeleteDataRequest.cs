using IoTDB.Wire.Thrift;

namespace IoTDB.Wire.Messages;

/// <summary>Deletes points from a start to an end, both inclusive. Source: client.thrift, TSDeleteDataReq.</summary>
[ThriftStruct]
internal readonly partial record struct DeleteDataRequest(
    [ThriftField(1)] long SessionId,
    [ThriftField(2)] string[] Paths,
    [ThriftField(3)] long StartTime,
    [ThriftField(4)] long EndTime);
