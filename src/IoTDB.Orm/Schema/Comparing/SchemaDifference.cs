namespace IoTDB.Orm;

/// <summary>One thing in which the server differs from a mapped class.</summary>
/// <param name="Kind">What differs.</param>
/// <param name="Category">What it takes to remove the difference.</param>
/// <param name="Entity">Name of the mapped class.</param>
/// <param name="Path">Path of the database or device, as the server prints it.</param>
/// <param name="Measurement">Name of the measurement without quotes, or null where the whole device or database is meant.</param>
/// <param name="Expected">What the class asks for.</param>
/// <param name="Found">What the server has, or null where it has nothing.</param>
public sealed record SchemaDifference(
    SchemaDifferenceKind Kind,
    SchemaCategory Category,
    string Entity,
    string Path,
    string? Measurement,
    string Expected,
    string? Found)
{
    /// <summary>The difference as one readable line.</summary>
    public override string ToString() => Kind switch
    {
        SchemaDifferenceKind.DatabaseMissing => $"database {Path} is missing ({Entity})",
        SchemaDifferenceKind.DatabaseBelow => $"database {Path} cannot be created, because {Found} below it is a database already ({Entity})",
        SchemaDifferenceKind.DeviceMissing => $"device {Path} is missing ({Entity})",
        SchemaDifferenceKind.DeviceNotAligned => $"device {Path} is not aligned; {Entity} needs an aligned device",
        SchemaDifferenceKind.DeviceUsesTemplate => $"device {Path} has its timeseries from device template {Found}; {Entity} maps timeseries of its own",
        SchemaDifferenceKind.SeriesMissing => $"{Path}: measurement {Measurement} {Expected} is missing ({Entity})",
        SchemaDifferenceKind.DataType => $"{Path}: measurement {Measurement} has data type {Found}, {Entity} needs {Expected}",
        SchemaDifferenceKind.SeriesIsView => $"{Path}: measurement {Measurement} is a view, {Entity} needs a timeseries",
        SchemaDifferenceKind.Encoding => $"{Path}: measurement {Measurement} has encoding {Found}, {Entity} asks for {Expected}",
        SchemaDifferenceKind.Compression => $"{Path}: measurement {Measurement} has compressor {Found}, {Entity} asks for {Expected}",
        SchemaDifferenceKind.Alias => $"{Path}: measurement {Measurement} has {Describe("alias")}, {Entity} asks for {Expected}",
        SchemaDifferenceKind.Tag => $"{Path}: measurement {Measurement} has {Describe("tag")}, {Entity} asks for {Expected}",
        _ => $"{Path}: measurement {Measurement} has {Describe("attribute")}, {Entity} asks for {Expected}",
    };

    private string Describe(string what) => Found is null ? $"no such {what}" : $"{what} {Found}";
}
