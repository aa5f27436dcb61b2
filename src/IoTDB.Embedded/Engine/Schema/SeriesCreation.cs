using IoTDB.Embedded.Paths;
using IoTDB.Wire.Messages;
using IoTDB.Wire.Types;

namespace IoTDB.Embedded.Engine.Schema;

/// <summary>Creates series on demand of a statement or request, with the server's refusals.</summary>
internal static class SeriesCreation
{
    private static readonly HashSet<string> s_properties = new(StringComparer.OrdinalIgnoreCase)
    {
        "max_point_number", "max_string_length", "loss", "deadband", "sdt", "compdev", "compmintime", "compmaxtime",
    };

    /// <summary>Creates one series of a device that is not aligned.</summary>
    /// <exception cref="StatusException">303 its deadband; 503, 505, 506 it collides; 507 encoding or property; 509 its path; 516 a template; 609 the device is aligned.</exception>
    public static Series Create(Catalog catalog, IReadOnlyList<string> device, SeriesSchema schema)
    {
        var path = string.Join('.', device) + "." + schema.Measurement;
        if (device.Count < 2)
        {
            throw new StatusException(StatusCode.IllegalPath, $"{path} is not a legal path");
        }

        CheckTemplate(catalog, device, path);
        CheckProperties(schema);
        catalog.GetOrCreateDatabase(device);
        CheckNames(device, path);
        CheckCharacters(path);
        CheckName(schema);
        var existing = catalog.FindNode(device)?.Device;
        catalog.CheckNewSeries(existing, schema);
        if (existing is { IsAligned: true })
        {
            throw new StatusException(
                StatusCode.AlignedTimeseriesError,
                $"time series under this device is aligned, please use createAlignedTimeseries or change device. (Path: {existing.Path})");
        }

        CheckNode(catalog, device, schema.Measurement);
        CheckEncoding(schema);
        DeadbandRules.Check(path, schema.Properties);
        return catalog.CreateSeries(existing ?? catalog.GetOrCreateDevice(device, isAligned: false), schema);
    }

    /// <summary>Creates series of an aligned device: all of them, or none.</summary>
    /// <exception cref="StatusException">As <see cref="Create"/>; 609 the device is not aligned, 701 a name twice.</exception>
    public static void CreateAligned(Catalog catalog, IReadOnlyList<string> device, IReadOnlyList<SeriesSchema> schemas)
    {
        if (schemas.DistinctBy(schema => schema.Measurement).Count() != schemas.Count)
        {
            throw new StatusException(StatusCode.SemanticError, "Measurement under an aligned device is not allowed to have the same measurement name");
        }

        var path = string.Join('.', device);
        if (device.Count < 2)
        {
            throw new StatusException(StatusCode.IllegalPath, $"{path} is not a legal path");
        }

        CheckTemplate(catalog, device, path);
        catalog.GetOrCreateDatabase(device);
        CheckNames(device, path);
        var existing = catalog.FindNode(device)?.Device;
        if (existing is { IsAligned: false })
        {
            throw new StatusException(
                StatusCode.AlignedTimeseriesError,
                $"Time series under this device is not aligned, please use createTimeSeries or change device. (Path: {existing.Path})");
        }

        foreach (var schema in schemas)
        {
            CheckCharacters(path + "." + schema.Measurement);
            if (NodeName.IsTime(schema.Measurement))
            {
                throw new StatusException(StatusCode.MetadataError, $"{schema.Measurement} is an illegal name.");
            }

            catalog.CheckNewSeries(existing, schema);
            CheckNode(catalog, device, schema.Measurement);
            CheckEncoding(schema);
        }

        existing ??= catalog.GetOrCreateDevice(device, isAligned: true);
        foreach (var schema in schemas)
        {
            catalog.CreateSeries(existing, schema);
        }
    }

    private static void CheckProperties(SeriesSchema schema)
    {
        if (schema.Properties.Keys.FirstOrDefault(key => !s_properties.Contains(key)) is { } unknown)
        {
            throw new StatusException(StatusCode.MetadataError, $"{unknown} is not a legal prop.");
        }

        if (schema.Tags.Keys.FirstOrDefault(schema.Attributes.ContainsKey) is { } both)
        {
            throw new StatusException(StatusCode.SemanticError, $"Tag and attribute shouldn't have the same property key [{both}]");
        }
    }

    private static void CheckName(SeriesSchema schema)
    {
        if (NodeName.IsTime(schema.Measurement) || NodePattern.IsWildcard(schema.Measurement))
        {
            throw new StatusException(StatusCode.IllegalPath, $"{schema.Measurement} is not a legal path, because {schema.Measurement} is an illegal name.");
        }
    }

    /// <exception cref="StatusException">507 the encoding cannot hold the type.</exception>
    public static void CheckEncoding(SeriesSchema schema)
    {
        if (!Encodings.IsLegal(schema.DataType, schema.Encoding))
        {
            throw new StatusException(
                StatusCode.MetadataError, $"encoding {ServerWords.Of(schema.Encoding)} does not support {ServerWords.Of(schema.DataType)}");
        }
    }

    private static void CheckNames(IReadOnlyList<string> device, string path)
    {
        if (device.FirstOrDefault(NodeName.IsTime) is { } name)
        {
            throw new StatusException(StatusCode.IllegalPath, $"{path} is not a legal path, because {name} is an illegal name.");
        }
    }

    private static void CheckCharacters(string path)
    {
        if (path.Any(char.IsControl))
        {
            throw new StatusException(
                StatusCode.IllegalPath, $"{path} is not a legal path, because The name, {path}, contains unsupported character.");
        }
    }

    private static void CheckTemplate(Catalog catalog, IReadOnlyList<string> device, string path)
    {
        if (catalog.PlaceOfTemplateFor(device) is { } place)
        {
            throw new StatusException(
                StatusCode.TemplateIncompatible,
                $"Cannot create timeseries [{path}] since device template [{catalog.TemplateFor(device)!.Name}] already set on path [{place}].");
        }
    }

    // A device path may run through a node whose name a series has taken.
    private static void CheckNode(Catalog catalog, IReadOnlyList<string> device, string measurement)
    {
        if (catalog.FindNode([.. device, measurement]) is { } node)
        {
            throw new StatusException(StatusCode.PathAlreadyExist, $"Path [{node.Path}] already exist");
        }
    }
}
