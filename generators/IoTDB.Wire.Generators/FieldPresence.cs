namespace IoTDB.Wire.Generators;

/// <summary>Whether a field may be absent.</summary>
internal enum FieldPresence
{
    /// <summary>Written always, refused when absent.</summary>
    Required,

    /// <summary>Written always, zero when absent.</summary>
    MayBeAbsent,

    /// <summary>Null when absent, absent when null.</summary>
    Optional,
}
