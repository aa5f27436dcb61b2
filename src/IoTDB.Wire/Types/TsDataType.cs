namespace IoTDB;

/// <summary>Data type of a timeseries.</summary>
/// <remarks>
/// The number is the type's byte on the wire. Id 6 (VECTOR) and 7 (UNKNOWN) are the server's own and never sent by a client.
/// Source: TsFile <c>TSDataType</c>.
/// </remarks>
public enum TsDataType : byte
{
    /// <summary>True or false; one byte in a tablet.</summary>
    Boolean = 0,

    /// <summary>32-bit signed integer.</summary>
    Int32 = 1,

    /// <summary>64-bit signed integer.</summary>
    Int64 = 2,

    /// <summary>32-bit IEEE 754 number.</summary>
    Float = 3,

    /// <summary>64-bit IEEE 754 number.</summary>
    Double = 4,

    /// <summary>UTF-8 text; not comparable by the server's MIN_VALUE and MAX_VALUE.</summary>
    Text = 5,

    /// <summary>Instant as a 64-bit integer in the server's time precision (ms, µs or ns since 1970-01-01T00:00Z).</summary>
    Timestamp = 8,

    /// <summary>Calendar day; travels as a 32-bit integer <c>yyyyMMdd</c>, 1000-01-01 to 9999-12-31.</summary>
    Date = 9,

    /// <summary>Bytes.</summary>
    Blob = 10,

    /// <summary>UTF-8 text that the server can compare.</summary>
    String = 11,
}
