using IoTDB.Client;

namespace IoTDB.Orm.Schema;

/// <summary>What one mapped class asks of the server: aligned devices of a pattern, each with these timeseries.</summary>
/// <remarks>Null in a measurement means "I do not care": such a setting is neither compared nor sent.</remarks>
internal sealed class EntitySchema
{
    private readonly Dictionary<string, int> _ordinals;

    public EntitySchema(string name, string wildcard, string? database, IReadOnlyList<MeasurementModel> measurements, string fingerprint)
    {
        Name = name;
        Wildcard = wildcard;
        Database = database;
        Measurements = measurements;
        Fingerprint = fingerprint;
        FixedDevice = PathText.IsConcrete(wildcard) ? wildcard : null;
        HasWishes = measurements.Any(static m =>
            m.Encoding is not null || m.Compression is not null || m.Alias is not null || m.Tags.Count > 0 || m.Attributes.Count > 0);
        _ordinals = new Dictionary<string, int>(measurements.Count, StringComparer.Ordinal);
        for (int i = 0; i < measurements.Count; i++)
        {
            _ordinals.TryAdd(measurements[i].Name, i);
        }
    }

    /// <summary>Name of the mapped class.</summary>
    public string Name { get; }

    /// <summary>Pattern of the devices, <c>*</c> for every key: <c>root.power.*.*</c>.</summary>
    public string Wildcard { get; }

    /// <summary>The database all devices lie in, or null where a key decides it.</summary>
    public string? Database { get; }

    /// <summary>Timeseries of each device, in the order of declaration.</summary>
    public IReadOnlyList<MeasurementModel> Measurements { get; }

    /// <summary>Changes when anything above changes.</summary>
    public string Fingerprint { get; }

    /// <summary>The one device of a pattern without keys, or null.</summary>
    public string? FixedDevice { get; }

    /// <summary>Whether a device that an insert creates could differ from what the class asks for.</summary>
    public bool HasWishes { get; }

    /// <summary>The schema of a mapped class.</summary>
    public static EntitySchema From(DeviceModel model, string? name = null) =>
        new(name ?? model.Name, model.Pattern.Wildcard, model.Database, model.Measurements, model.Fingerprint);

    /// <summary>Whether two patterns have a device in common.</summary>
    public static bool Overlap(string left, string right)
    {
        string[] nodes = PathParser.Split(left);
        string[] others = PathParser.Split(right);
        return nodes.Length == others.Length
            && nodes.Zip(others).All(static pair => pair.First == pair.Second || pair.First == PathText.Any || pair.Second == PathText.Any);
    }

    /// <summary>Place of a measurement in <see cref="Measurements"/>, or -1.</summary>
    public int IndexOf(string measurement) => _ordinals.GetValueOrDefault(measurement, -1);
}
