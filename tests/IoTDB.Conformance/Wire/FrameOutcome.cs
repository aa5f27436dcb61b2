namespace IoTDB.Conformance.Wire;

/// <summary>What came of one recorded frame.</summary>
internal enum FrameOutcome
{
    Passed,
    Failed,

    /// <summary>Nothing that a codec could be held to.</summary>
    Skipped,

    /// <summary>A method that has no messages here.</summary>
    NotYet,
}
