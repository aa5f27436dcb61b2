namespace IoTDB.Client;

/// <summary>Values of one device at one time as text; the server decides or knows the types.</summary>
/// <remarks>
/// A new series becomes BOOLEAN for <c>true</c> and <c>false</c>, DOUBLE for any number, TEXT else; an existing one gets the text parsed to its
/// type. Surrounding quotes of a text are removed by the server.
/// </remarks>
public sealed class StringRecord
{
    private readonly List<string> _names = [];
    private readonly List<string> _values = [];

    /// <summary>An empty record.</summary>
    /// <param name="device">The device.</param>
    /// <param name="timestamp">The time in the server's precision.</param>
    public StringRecord(DevicePath device, long timestamp)
    {
        Device = device;
        Timestamp = timestamp;
    }

    /// <summary>An empty record.</summary>
    /// <param name="device">The device's path as in SQL.</param>
    /// <param name="timestamp">The time in the server's precision.</param>
    /// <exception cref="FormatException">The path is none.</exception>
    public StringRecord(string device, long timestamp)
        : this(DevicePath.Parse(device), timestamp)
    {
    }

    /// <summary>The device.</summary>
    public DevicePath Device { get; }

    /// <summary>The time in the server's precision.</summary>
    public long Timestamp { get; }

    /// <summary>Number of values.</summary>
    public int Count => _values.Count;

    internal string[] WireNames => [.. _names];

    internal string[] Values => [.. _values];

    /// <summary>Adds a value.</summary>
    public StringRecord Add(string measurement, string value)
    {
        ArgumentNullException.ThrowIfNull(value);
        _names.Add(NodeName.ToWire(measurement, nameof(measurement)));
        _values.Add(value);
        return this;
    }
}
