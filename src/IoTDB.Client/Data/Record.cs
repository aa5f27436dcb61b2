namespace IoTDB.Client;

/// <summary>Values of one device at one time; as many or few as there are.</summary>
/// <remarks>A record cannot carry a missing value: leave the measurement out. For many rows of one shape a <see cref="Tablet"/> is faster.</remarks>
public sealed partial class Record
{
    private readonly List<RecordCell> _cells = [];
    private readonly List<string> _names = [];
    private readonly long _time;
    private readonly TimeUnit _unit;

    /// <summary>An empty record at an instant.</summary>
    public Record(DevicePath device, DateTimeOffset time)
        : this(device, time.UtcTicks - DateTime.UnixEpoch.Ticks, TimeUnit.Ticks)
    {
    }

    /// <summary>An empty record at a timestamp in the server's precision.</summary>
    public Record(DevicePath device, long timestamp)
        : this(device, timestamp, TimeUnit.Server)
    {
    }

    /// <summary>An empty record at an instant.</summary>
    /// <param name="device">The device's path as in SQL.</param>
    /// <param name="time">The time.</param>
    /// <exception cref="FormatException">The path is none.</exception>
    public Record(string device, DateTimeOffset time)
        : this(DevicePath.Parse(device), time)
    {
    }

    /// <summary>An empty record at a timestamp in the server's precision.</summary>
    /// <param name="device">The device's path as in SQL.</param>
    /// <param name="timestamp">The time.</param>
    /// <exception cref="FormatException">The path is none.</exception>
    public Record(string device, long timestamp)
        : this(DevicePath.Parse(device), timestamp)
    {
    }

    private Record(DevicePath device, long time, TimeUnit unit)
    {
        if (device.IsEmpty)
        {
            throw new ArgumentException("The device path is empty.", nameof(device));
        }

        Device = device;
        _time = time;
        _unit = unit;
    }

    /// <summary>The device.</summary>
    public DevicePath Device { get; }

    /// <summary>Number of values.</summary>
    public int Count => _cells.Count;

    internal IReadOnlyList<RecordCell> Cells => _cells;

    internal string[] WireNames => [.. _names];

    internal long TimestampOn(TimeScale scale) => _unit == TimeUnit.Ticks ? scale.FromUnixTicks(_time) : _time;

    private Record Add(string measurement, RecordCell cell)
    {
        _names.Add(NodeName.ToWire(measurement, nameof(measurement)));
        _cells.Add(cell);
        return this;
    }
}
