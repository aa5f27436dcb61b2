namespace IoTDB;

/// <summary>How the server encodes a timeseries on disk.</summary>
/// <remarks>The number is the encoding's id on the wire. Source: TsFile <c>TSEncoding</c>; which type takes which: wire protocol 7.2.</remarks>
public enum TsEncoding : byte
{
    /// <summary>As it is; every type.</summary>
    Plain = 0,

    /// <summary>Dictionary; TEXT and STRING.</summary>
    Dictionary = 1,

    /// <summary>Run-length; every type but text. Keeps two decimals of a FLOAT or DOUBLE by default.</summary>
    Rle = 2,

    /// <summary>Second-order differences; numbers. Keeps two decimals of a FLOAT or DOUBLE by default.</summary>
    Ts2Diff = 4,

    /// <summary>Exclusive-or of neighbours, older form; FLOAT and DOUBLE.</summary>
    GorillaV1 = 6,

    /// <summary>Exclusive-or of neighbours; numbers. The server's default for FLOAT and DOUBLE.</summary>
    Gorilla = 8,

    /// <summary>Zigzag; integers.</summary>
    ZigZag = 9,

    /// <summary>Chimp; numbers.</summary>
    Chimp = 11,

    /// <summary>Sprintz; numbers.</summary>
    Sprintz = 12,

    /// <summary>Run-length with bit packing; numbers.</summary>
    Rlbe = 13,
}
