using IoTDB.Wire.Thrift;

namespace IoTDB.Wire.Messages;

/// <summary>Asks for metadata; servers answer that they cannot. Source: client.thrift, TSFetchMetadataReq.</summary>
[ThriftStruct]
internal readonly partial record struct FetchMetadataRequest(
    [ThriftField(1)] long SessionId,
    [ThriftField(2)] string Type,
    [ThriftField(3)] string? ColumnPath = null);
