namespace IoTDB.Conformance.Sql;

/// <summary>What a record of a recording says.</summary>
public enum RecordKind
{
    /// <summary>A statement without result set, accepted.</summary>
    Ok,

    /// <summary>A statement refused with a status code.</summary>
    Error,

    /// <summary>A statement at which the server closed the connection.</summary>
    Lost,

    /// <summary>A statement with a result set.</summary>
    Query,

    /// <summary>From here on the session has this zone.</summary>
    TimeZone,
}
