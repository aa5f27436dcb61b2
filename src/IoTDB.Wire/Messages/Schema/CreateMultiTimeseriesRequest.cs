using IoTDB.Wire.Thrift;

namespace IoTDB.Wire.Messages;

/// <summary>Creates several timeseries; the optional lists are absent or of full length. Source: client.thrift, TSCreateMultiTimeseriesReq.</summary>
[ThriftStruct]
internal readonly partial record struct CreateMultiTimeseriesRequest(
    [ThriftField(1)] long SessionId,
    [ThriftField(2)] string[] Paths,
    [ThriftField(3)] int[] DataTypes,
    [ThriftField(4)] int[] Encodings,
    [ThriftField(5)] int[] Compressors,
    [ThriftField(6)] KeyValuePair<string, string>[][]? PropsList = null,
    [ThriftField(7)] KeyValuePair<string, string>[][]? TagsList = null,
    [ThriftField(8)] KeyValuePair<string, string>[][]? AttributesList = null,
    [ThriftField(9)] string[]? MeasurementAliasList = null);
