namespace IoTDB.Client;

/// <summary>What a call was waiting for when its time ran out.</summary>
public enum TimeoutPhase
{
    /// <summary>The name, the TCP connection or TLS.</summary>
    Connect,

    /// <summary>The answer to the login.</summary>
    Login,

    /// <summary>The request to be taken by the network; it was not sent completely.</summary>
    Write,

    /// <summary>The answer.</summary>
    Response,

    /// <summary>The query, on the server.</summary>
    ServerQuery,

    /// <summary>Buffered rows to be stored.</summary>
    Flush,

    /// <summary>The end of what was running at shutdown.</summary>
    Shutdown,
}
