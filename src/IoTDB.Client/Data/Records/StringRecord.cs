using System.Text;
using IoTDB.Wire.Thrift;

namespace IoTDB.Client;

/// <summary>Values of one device at one time as text; the server decides or knows the types.</summary>
/// <remarks>
/// A new series becomes BOOLEAN for <c>true</c> and <c>false</c>, DOUBLE for any number, TEXT else; an existing one gets the text parsed to its
/// type. Surrounding quotes of a text are removed by the server.
/// </remarks>
public sealed class StringRecord
{
    private RecordShape _shape = RecordShape.Empty;
    private readonly List<string> _values = [];
    private int _valueBytes;

    /// <summary>An empty record.</summary>
    /// <param name="device">The device.</param>
    /// <param name="timestamp">The time in the server's precision.</param>
    /// <exception cref="ArgumentException">The device is <c>default</c>.</exception>
    public StringRecord(DevicePath device, long timestamp)
    {
        if (device.IsEmpty)
        {
            throw new ArgumentException("The device path is empty.", nameof(device));
        }

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

    /// <summary>Device and time, without the values.</summary>
    public override string ToString() => $"record of '{Device}' at {Unsendable.TimeOf(Timestamp, TimeUnit.Server)}";

    internal RecordShape Shape => _shape;

    internal IReadOnlyList<string> Values => _values;

    /// <summary>Bytes that the values take.</summary>
    internal int ValueBytes => _valueBytes;

    /// <summary>Adds a value.</summary>
    /// <exception cref="ArgumentException">The server could not store a measurement of this name, or the text holds half of a surrogate pair.</exception>
    public StringRecord Add(string measurement, string value)
    {
        ArgumentNullException.ThrowIfNull(value);
        RecordShape with = _shape.With(measurement, TsDataType.Text);
        try
        {
            _valueBytes += sizeof(int) + WireText.Strict.GetByteCount(value);
        }
        catch (EncoderFallbackException broken)
        {
            throw Unsendable.At($"The {this}", measurement, TsDataType.Text, broken);
        }

        _values.Add(value);
        _shape = with;
        return this;
    }
}
