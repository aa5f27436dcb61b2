namespace IoTDB.Orm.Schema;

/// <summary>What a failed schema statement asks for next. Source: schema.md 6.7.</summary>
internal enum StatementFailure
{
    /// <summary>It is there already, or nobody knows: read, compare, decide.</summary>
    Read,

    /// <summary>Somebody deletes or alters it right now: wait, then read.</summary>
    Wait,

    /// <summary>Trying again changes nothing: limits, rights, syntax.</summary>
    Stop,
}
