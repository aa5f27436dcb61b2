using IoTDB.Wire.Thrift;

namespace IoTDB.Wire.Messages;

/// <summary>Rows in the layout of the calls without V2, which this library refuses to read. Source: client.thrift, TSQueryDataSet.</summary>
[ThriftStruct]
internal readonly partial record struct QueryDataSet(
    [ThriftField(1)] ReadOnlyMemory<byte> Time,
    [ThriftField(2)] ReadOnlyMemory<byte>[] ValueList,
    [ThriftField(3)] ReadOnlyMemory<byte>[] BitmapList);
