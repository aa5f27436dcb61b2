namespace IoTDB.Embedded.Listening;

/// <summary>What happens to the answer of a request.</summary>
internal enum Disposition : byte
{
    /// <summary>It is sent.</summary>
    Send,

    /// <summary>The connection is closed instead.</summary>
    Close,

    /// <summary>Nothing is sent and the connection stays open.</summary>
    Withhold,

    /// <summary>Half of it is sent, then the connection is closed.</summary>
    SendHalf,
}
