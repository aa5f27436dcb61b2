namespace IoTDB.Embedded.Faults;

/// <summary>Kinds of <see cref="Fault"/>.</summary>
internal enum FaultKind : byte
{
    /// <summary>Answers with a status instead of doing what was asked.</summary>
    Fail,

    /// <summary>Answers with a status after doing what was asked.</summary>
    FailAfterApplying,

    /// <summary>Does and answers later.</summary>
    Delay,

    /// <summary>Closes the connection and does nothing.</summary>
    DropBeforeApplying,

    /// <summary>Does it, then closes the connection without an answer.</summary>
    DropAfterApplying,

    /// <summary>Does it and never answers.</summary>
    Stall,

    /// <summary>Does it, sends half of the answer, then closes the connection.</summary>
    Truncate,
}
