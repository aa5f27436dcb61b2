namespace IoTDB.Wire.Thrift;

/// <summary>Type codes of the compact protocol. Source: wire protocol 2.2.</summary>
internal static class CompactType
{
    /// <summary>A bool field that is true; also the element code of a list of bools.</summary>
    public const byte True = 1;

    /// <summary>A bool field that is false.</summary>
    public const byte False = 2;

    // Indexed by ThriftType; 0 where there is no such type.
    private static ReadOnlySpan<byte> FromThrift => [0, 0, 1, 3, 7, 0, 4, 0, 5, 0, 6, 8, 12, 11, 10, 9];

    // Indexed by compact code; Stop where there is no such code.
    private static ReadOnlySpan<byte> ToThrift => [0, 2, 2, 3, 6, 8, 10, 4, 11, 15, 14, 13, 12, 0, 0, 0];

    /// <summary>The compact code of a type; a bool field's code also carries its value and is written elsewhere.</summary>
    public static byte Of(ThriftType type) => FromThrift[(int)type];

    /// <summary>The type of a compact code (0 to 15); <see cref="ThriftType.Stop"/> where there is none.</summary>
    public static ThriftType ToType(int code) => (ThriftType)ToThrift[code & 0x0F];
}
