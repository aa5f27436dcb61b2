namespace IoTDB.Client;

/// <summary>What callers do differently about a status.</summary>
internal enum StatusClass
{
    Other,
    Unavailable,
    ReadOnly,
    Busy,
    Schema,
    DataRejected,
    Syntax,
    Authentication,
    Authorization,
    Protocol,
    TooLarge,
    Timeout,
}
