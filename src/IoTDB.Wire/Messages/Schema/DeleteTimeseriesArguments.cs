using IoTDB.Wire.Thrift;

namespace IoTDB.Wire.Messages;

/// <summary>Deletes timeseries with their data. Source: bare arguments of deleteTimeseries.</summary>
[ThriftStruct]
internal readonly partial record struct DeleteTimeseriesArguments(
    [ThriftField(1, MayBeAbsent = true)] long SessionId,
    [ThriftField(2, MayBeAbsent = true)] string[] Paths);
