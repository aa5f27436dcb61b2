namespace IoTDB.Client;

/// <summary>What has happened to one call so far.</summary>
internal struct RetryState
{
    /// <summary>Failures seen.</summary>
    public int Attempts { get; set; }

    /// <summary>Attempts that reached a server.</summary>
    public int Reached { get; set; }

    /// <summary>An attempt ended without its effect being known.</summary>
    public bool InDoubt { get; set; }

    /// <summary>Timestamp of the first failure to reach any server; 0 before.</summary>
    public long OutageSince { get; set; }
}
