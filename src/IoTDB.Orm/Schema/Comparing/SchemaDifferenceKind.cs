namespace IoTDB.Orm;

/// <summary>In what the server differs from the mapped classes.</summary>
public enum SchemaDifferenceKind
{
    /// <summary>No database holds the path.</summary>
    DatabaseMissing,

    /// <summary>The database cannot be created, because a path below it is a database already.</summary>
    DatabaseBelow,

    /// <summary>A device whose path is fixed does not exist yet.</summary>
    DeviceMissing,

    /// <summary>The device exists, but not as an aligned one.</summary>
    DeviceNotAligned,

    /// <summary>The device has its timeseries from a device template.</summary>
    DeviceUsesTemplate,

    /// <summary>The device lacks a measurement.</summary>
    SeriesMissing,

    /// <summary>The timeseries holds another data type.</summary>
    DataType,

    /// <summary>A view stands in the place of the timeseries.</summary>
    SeriesIsView,

    /// <summary>The timeseries has another encoding than the class asks for.</summary>
    Encoding,

    /// <summary>The timeseries has another compressor than the class asks for.</summary>
    Compression,

    /// <summary>The timeseries has another alias than the class asks for.</summary>
    Alias,

    /// <summary>A tag the class asks for is missing or has another value.</summary>
    Tag,

    /// <summary>An attribute the class asks for is missing or has another value.</summary>
    Attribute,
}
