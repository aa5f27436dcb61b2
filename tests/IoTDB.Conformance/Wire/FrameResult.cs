namespace IoTDB.Conformance.Wire;

/// <summary>What came of one recorded frame, and why.</summary>
internal sealed record FrameResult(string File, int Line, FrameOutcome Outcome, string Detail);
