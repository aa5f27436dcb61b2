using IoTDB.Wire.Thrift;

namespace IoTDB.Wire.Messages;

/// <summary>Rows in the oldest layout, which this library refuses to read. Source: client.thrift, TSQueryNonAlignDataSet.</summary>
[ThriftStruct]
internal readonly partial record struct NonAlignQueryDataSet(
    [ThriftField(1)] ReadOnlyMemory<byte>[] TimeList,
    [ThriftField(2)] ReadOnlyMemory<byte>[] ValueList);
