namespace IoTDB.Client;

/// <summary>What the numbers of a tablet's or record's times mean.</summary>
internal enum TimeUnit : byte
{
    /// <summary>None was given yet.</summary>
    Unset,

    /// <summary>The server's precision.</summary>
    Server,

    /// <summary>100 ns since 1970; to be converted when the server's precision is known.</summary>
    Ticks,
}
