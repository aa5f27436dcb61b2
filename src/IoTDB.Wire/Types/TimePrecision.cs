namespace IoTDB;

/// <summary>Unit of every timestamp a server stores, sends and takes; a setting of the server, told at login.</summary>
/// <remarks>Source: <c>TSOpenSessionResp.configuration["timestamp_precision"]</c>: <c>ms</c>, <c>us</c> or <c>ns</c>.</remarks>
public enum TimePrecision : byte
{
    /// <summary>Milliseconds since 1970-01-01T00:00Z; the server's default.</summary>
    Milliseconds = 0,

    /// <summary>Microseconds since 1970-01-01T00:00Z.</summary>
    Microseconds = 1,

    /// <summary>Nanoseconds since 1970-01-01T00:00Z.</summary>
    Nanoseconds = 2,
}
