namespace IoTDB.Embedded.Executing.Planning;

/// <summary>What the server finds when it asks whether a scan can take a condition.</summary>
internal enum ScanFit
{
    Fits,

    /// <summary>It has to be computed from rows.</summary>
    Misfit,

    /// <summary>It met NOT, at which 2.0.1-beta fails.</summary>
    Not,
}
