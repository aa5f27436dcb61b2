using IoTDB.Wire.Thrift;

namespace IoTDB.Wire.Messages;

/// <summary>Metadata of a series. Source: client.thrift, TSFetchMetadataResp.</summary>
[ThriftStruct]
internal readonly partial record struct FetchMetadataResponse(
    [ThriftField(1)] Status Status,
    [ThriftField(2)] string? MetadataInJson = null,
    [ThriftField(3)] string[]? ColumnsList = null,
    [ThriftField(4)] string? DataType = null);
