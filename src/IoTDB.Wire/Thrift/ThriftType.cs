namespace IoTDB.Wire.Thrift;

/// <summary>Type of a Thrift value; the numbers are those of the binary protocol.</summary>
/// <remarks>Source: wire protocol 2.2; <see cref="CompactType"/> translates to the compact protocol.</remarks>
internal enum ThriftType : byte
{
    Stop = 0,
    Bool = 2,
    I8 = 3,
    Double = 4,
    I16 = 6,
    I32 = 8,
    I64 = 10,
    Binary = 11,
    Struct = 12,
    Map = 13,
    Set = 14,
    List = 15,
}
