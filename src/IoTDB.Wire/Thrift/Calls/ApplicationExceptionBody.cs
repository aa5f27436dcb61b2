namespace IoTDB.Wire.Thrift;

/// <summary>What an exception message carries. Source: wire protocol 2.6, TApplicationException.</summary>
[ThriftStruct]
internal readonly partial record struct ApplicationExceptionBody(
    [ThriftField(1, Lenient = true)] string? Message,
    [ThriftField(2)] int? Type);
