namespace IoTDB.Conformance.Sql;

/// <summary>One statement of a file and how it went.</summary>
/// <param name="File">Name of the recording.</param>
/// <param name="Record">The record.</param>
/// <param name="Outcome">How it went.</param>
/// <param name="Detail">What differs; empty where nothing does.</param>
/// <param name="MessageDiffers">True when only the text of an error differs.</param>
public sealed record SqlResult(string File, SqlRecord Record, SqlOutcome Outcome, string Detail, bool MessageDiffers = false)
{
    /// <summary>File and line, by which a statement is known from run to run.</summary>
    public string Place => $"{File}:{Record.Line}";
}
