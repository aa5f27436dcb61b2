using IoTDB.Wire.Thrift;

namespace IoTDB.Wire.Messages;

/// <summary>Creates the timeseries of one aligned device. Source: client.thrift, TSCreateAlignedTimeseriesReq.</summary>
[ThriftStruct]
internal readonly partial record struct CreateAlignedTimeseriesRequest(
    [ThriftField(1)] long SessionId,
    [ThriftField(2)] string PrefixPath,
    [ThriftField(3)] string[] Measurements,
    [ThriftField(4)] int[] DataTypes,
    [ThriftField(5)] int[] Encodings,
    [ThriftField(6)] int[] Compressors,
    [ThriftField(7)] string[]? MeasurementAlias = null,
    [ThriftField(8)] KeyValuePair<string, string>[][]? TagsList = null,
    [ThriftField(9)] KeyValuePair<string, string>[][]? AttributesList = null);
