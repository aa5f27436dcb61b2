namespace IoTDB.Orm;

/// <summary>What it takes to remove a difference between the mapped classes and the server.</summary>
public enum SchemaCategory
{
    /// <summary>Creating something; harmless to repeat and to do from several instances at once.</summary>
    Additive,

    /// <summary>Altering metadata only: alias, tags, attributes, encoding, compressor.</summary>
    Metadata,

    /// <summary>Another data type that some servers can widen to in place.</summary>
    Widening,

    /// <summary>Copying data: another data type, another alignment. Never done without a written migration.</summary>
    Rewrite,

    /// <summary>Not to be decided here: a view in the place of a timeseries, a device template on the path.</summary>
    Undecidable,
}
