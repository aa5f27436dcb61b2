namespace IoTDB.Orm;

/// <summary>What <c>MigrateOnStartup</c> does with a server that differs from the mapped classes.</summary>
public enum SchemaMode
{
    /// <summary>Nothing at start; a device is ensured on its first write.</summary>
    Off,

    /// <summary>Looks and changes nothing; every difference that matters fails the start. Needs the right to read the schema only.</summary>
    Verify,

    /// <summary>Creates missing databases and timeseries; what contradicts a mapped class fails the start. Drops and alters nothing.</summary>
    CreateMissing,
}
