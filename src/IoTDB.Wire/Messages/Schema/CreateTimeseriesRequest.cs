using IoTDB.Wire.Thrift;

namespace IoTDB.Wire.Messages;

/// <summary>Creates one timeseries. Source: client.thrift, TSCreateTimeseriesReq.</summary>
[ThriftStruct]
internal readonly partial record struct CreateTimeseriesRequest(
    [ThriftField(1)] long SessionId,
    [ThriftField(2)] string Path,
    [ThriftField(3)] int DataType,
    [ThriftField(4)] int Encoding,
    [ThriftField(5)] int Compressor,
    [ThriftField(6)] KeyValuePair<string, string>[]? Props = null,
    [ThriftField(7)] KeyValuePair<string, string>[]? Tags = null,
    [ThriftField(8)] KeyValuePair<string, string>[]? Attributes = null,
    [ThriftField(9)] string? MeasurementAlias = null);
