namespace IoTDB.Client;

/// <summary>What a call does to the server, as far as repeating it is concerned.</summary>
internal enum CallKind
{
    /// <summary>A query whose first row was not handed out yet .</summary>
    Query,

    /// <summary>A query in its middle: never resumed, never shortened .</summary>
    Fetch,

    /// <summary>Rows with explicit times: written twice they are there once .</summary>
    Write,

    /// <summary>SQL nobody looked into, times chosen by the server, <c>SELECT INTO</c> (R-04).</summary>
    Statement,

    /// <summary>Deletes data: a late repeat could hit newer rows .</summary>
    Delete,

    /// <summary>Creates an object; "already exists" after a repeat may be our own doing .</summary>
    Create,

    /// <summary>Drops an object: a late repeat could hit its successor .</summary>
    Drop,

    /// <summary>Ends a query or a session; its failure costs the connection and nothing else .</summary>
    Close,
}
