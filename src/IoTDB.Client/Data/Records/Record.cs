using IoTDB.Wire.Blocks;

namespace IoTDB.Client;

/// <summary>Values of one device at one time; as many or few as there are.</summary>
/// <remarks>A record cannot carry a missing value: leave the measurement out. For many rows of one shape a <see cref="Tablet"/> is faster.</remarks>
public sealed partial class Record
{
    private RecordShape _shape = RecordShape.Empty;
    private byte[] _cells = []; // values as they travel, but for those of TIMESTAMP, which are ticks
    private int _length;
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
    public int Count => _shape.Count;

    internal RecordShape Shape => _shape;

    /// <summary>Device and time, without the values.</summary>
    public override string ToString() => $"record of '{Device}' at {Unsendable.TimeOf(_time, _unit)}";

    /// <summary>The values, each behind its type, big-endian; those of TIMESTAMP as 100 ns since 1970.</summary>
    internal ReadOnlySpan<byte> Cells => _cells.AsSpan(0, _length);

    internal long TimestampOn(TimeScale scale) => _unit == TimeUnit.Ticks ? scale.FromUnixTicks(_time) : _time;

    private RecordEncoder Begin(string measurement, TsDataType type, int room, out RecordShape with)
    {
        with = _shape.With(measurement, type);
        if (_cells.Length - _length < room)
        {
            Grow(with, room);
        }

        return new RecordEncoder(_cells.AsSpan(_length));
    }

    private Record End(RecordShape with, int written)
    {
        _shape = with;
        _length += written;
        return this;
    }

    private void Grow(RecordShape with, int room)
    {
        int capacity = Math.Max(_length == 0 ? with.First.Capacity : _cells.Length * 2, _length + room);
        Array.Resize(ref _cells, capacity);
        with.First.Remember(capacity);
    }
}
