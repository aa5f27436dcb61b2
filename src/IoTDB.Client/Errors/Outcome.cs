namespace IoTDB.Client;

/// <summary>What is known about the effect of a call that failed.</summary>
/// <remarks>The server executes a request only after its whole frame has arrived; that makes <see cref="NotSent"/> certain.</remarks>
public enum Outcome
{
    /// <summary>The request was not handed over completely: the server cannot have executed it.</summary>
    NotSent = 0,

    /// <summary>The server answered that it did not start the statement.</summary>
    Refused = 1,

    /// <summary>The server answered with an error; a part of the statement may have taken effect.</summary>
    Rejected = 2,

    /// <summary>The request was handed over, no valid answer came back: it may have taken effect, now or later.</summary>
    Unknown = 3,

    /// <summary>The server acknowledged it.</summary>
    Stored = 4,
}
