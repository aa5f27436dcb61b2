namespace IoTDB.Conformance.Sql;

/// <summary>How a statement's answer compares with its record.</summary>
public enum SqlOutcome
{
    /// <summary>The same.</summary>
    Passed,

    /// <summary>Not the same.</summary>
    Failed,

    /// <summary>The record shows a fault of the recorded release, which the target refuses instead. Not counted as failed.</summary>
    FaultRefused,

    /// <summary>Not run.</summary>
    Skipped,
}
