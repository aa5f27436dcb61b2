using IoTDB.Wire.Thrift;

namespace IoTDB.Wire.Messages;

/// <summary>Adds to a device template; servers answer that they cannot. Source: client.thrift, TSAppendSchemaTemplateReq.</summary>
[ThriftStruct]
internal readonly partial record struct AppendSchemaTemplateRequest(
    [ThriftField(1)] long SessionId,
    [ThriftField(2)] string Name,
    [ThriftField(3)] bool IsAligned,
    [ThriftField(4)] string[] Measurements,
    [ThriftField(5)] int[] DataTypes,
    [ThriftField(6)] int[] Encodings,
    [ThriftField(7)] int[] Compressors);
