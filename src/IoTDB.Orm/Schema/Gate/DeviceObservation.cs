using System.Collections;

namespace IoTDB.Orm.Schema;

/// <summary>What has been seen of one device: a bit for each measurement, and what differs.</summary>
internal sealed class DeviceObservation(int measurements)
{
    private readonly BitArray _seen = new(measurements);
    private List<SchemaDifference>? _differences;

    /// <summary>Differences in the order they were found.</summary>
    public IReadOnlyList<SchemaDifference> Differences => _differences ?? (IReadOnlyList<SchemaDifference>)[];

    /// <summary>Notes that the device has the measurement.</summary>
    public void See(int index) => _seen[index] = true;

    /// <summary>Whether the device has the measurement.</summary>
    public bool HasSeen(int index) => _seen[index];

    /// <summary>Notes a difference.</summary>
    public void Add(SchemaDifference difference) => (_differences ??= []).Add(difference);
}
