namespace IoTDB.Client;

/// <summary>How far a request of several on one connection has come.</summary>
internal enum PartState
{
    /// <summary>Not handed over completely.</summary>
    Unsent,

    /// <summary>Handed over; its answer has not come.</summary>
    InDoubt,

    /// <summary>Answered, with success or an error.</summary>
    Answered,
}
