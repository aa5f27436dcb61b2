using IoTDB.Client;

namespace IoTDB.Orm;

/// <summary>Everything that is known about a mapped class while compiling. Immutable.</summary>
public abstract class DeviceModel
{
    private protected DeviceModel(Type entityType, DevicePattern pattern, IReadOnlyList<MeasurementModel> measurements, string fingerprint)
    {
        EntityType = entityType;
        Pattern = pattern;
        Measurements = measurements;
        Fingerprint = fingerprint;
    }

    /// <summary>The mapped class.</summary>
    public Type EntityType { get; }

    /// <summary>Name of the mapped class without its namespace.</summary>
    public string Name => EntityType.Name;

    /// <summary>Path of the devices.</summary>
    public DevicePattern Pattern { get; }

    /// <summary>The measurements in the order of declaration.</summary>
    public IReadOnlyList<MeasurementModel> Measurements { get; }

    /// <summary>The database, which is the level below <c>root</c>, or null where a key decides it.</summary>
    public string? Database => Pattern.Database;

    /// <summary>What spans and metrics say about calls for the class.</summary>
    internal CallSubject Subject => new(Database, Pattern.Wildcard);

    /// <summary>Sixteen hex digits that change when anything the server has to know changes: path, names, types, encodings, tags.</summary>
    public string Fingerprint { get; }

    /// <inheritdoc/>
    public override string ToString() => $"{Name} ({Pattern})";
}
