namespace IoTDB.Client;

/// <summary>How well it is known that a row is the one that failed.</summary>
public enum FailureCertainty
{
    /// <summary>The row was among those that failed together; it may be stored.</summary>
    Unresolved,

    /// <summary>The row itself, or the measurements named, were refused: sent alone, or for a reason that holds for each of them.</summary>
    Refused,
}
