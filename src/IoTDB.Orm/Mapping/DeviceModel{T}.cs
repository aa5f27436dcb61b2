using System.Collections.Frozen;
using System.ComponentModel;
using System.Diagnostics.CodeAnalysis;
using IoTDB.Client;
using IoTDB.Orm.Generated;
using IoTDB.Wire.Blocks;

namespace IoTDB.Orm;

/// <summary>Everything that is known about <typeparamref name="T"/> while compiling, with the code that reads and writes its rows.</summary>
/// <typeparam name="T">The mapped class.</typeparam>
public sealed class DeviceModel<T> : DeviceModel
    where T : class, IDeviceEntity<T>
{
    private readonly FrozenDictionary<string, int> _measurements;

    private DeviceModel(DevicePattern pattern, MeasurementModel[] measurements, DeviceCodec<T> codec, string fingerprint)
        : base(typeof(T), pattern, measurements, fingerprint)
    {
        Codec = codec;
        _measurements = Enumerable.Range(0, measurements.Length).ToFrozenDictionary(i => Node(measurements[i]), static i => i, StringComparer.Ordinal);

        // The generator sorts in the same way: OrderBy is stable.
        WireOrder = [.. Enumerable.Range(0, measurements.Length).OrderBy(i => !IsFixed(measurements[i].DataType))];
        Shape = new TabletShape(
            [.. WireOrder.Select(i => Node(measurements[i]))],
            [.. WireOrder.Select(i => measurements[i].DataType)],
            isAligned: true);
        WireNames = Shape.Measurements.ToArray();
    }

    /// <summary>Reads and writes rows.</summary>
    internal DeviceCodec<T> Codec { get; }

    /// <summary>The columns of a tablet: those of fixed width first.</summary>
    internal TabletShape Shape { get; }

    /// <summary>Names of the columns of a tablet as they travel.</summary>
    internal IReadOnlyList<string> WireNames { get; }

    /// <summary>Which measurement each column of a tablet is.</summary>
    internal IReadOnlyList<int> WireOrder { get; }

    /// <summary>Called by generated code, once for a class.</summary>
    /// <param name="pattern">Path of the devices.</param>
    /// <param name="codec">The generated codec.</param>
    /// <param name="fingerprint">Sixteen hex digits over everything the server has to know.</param>
    /// <param name="measurements">The measurements in the order of declaration.</param>
    [EditorBrowsable(EditorBrowsableState.Never)]
    [SuppressMessage("Design", "CA1000", Justification = "Written by the generator only, which names the type in any case.")]
    public static DeviceModel<T> Create(DevicePattern pattern, DeviceCodec<T> codec, string fingerprint, params MeasurementModel[] measurements)
    {
        ArgumentNullException.ThrowIfNull(pattern);
        ArgumentNullException.ThrowIfNull(codec);
        ArgumentNullException.ThrowIfNull(measurements);
        return new DeviceModel<T>(pattern, measurements, codec, fingerprint);
    }

    /// <summary>The device with these keys; called by the generated factory <c>Device(…)</c>.</summary>
    /// <param name="values">Values of the keys as text, in path order.</param>
    /// <exception cref="ArgumentException">A value is empty, or holds a wildcard or control characters.</exception>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public DeviceKey<T> Device(params string[] values)
    {
        ArgumentNullException.ThrowIfNull(values);
        ThrowIfOtherCount(values.Length);
        int key = 0;
        var nodes = new string[Pattern.Nodes.Count];
        for (int level = 0; level < nodes.Length; level++)
        {
            nodes[level] = Pattern.FixedNodes[level] ?? NodeName.FromValue(values[key++], Pattern.Nodes[level].Text);
        }

        return new DeviceKey<T>(DevicePath.FromCanonical(string.Join('.', nodes)), values);
    }

    /// <summary>The devices with such keys; called by the generated factory <c>Devices(…)</c>.</summary>
    /// <param name="parts">What is asked of each key, in path order.</param>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public DeviceSelector<T> Devices(params PathPart[] parts)
    {
        ArgumentNullException.ThrowIfNull(parts);
        ThrowIfOtherCount(parts.Length);
        return new DeviceSelector<T>(parts);
    }

    /// <summary>Number of the measurement that a canonical node names, or −1.</summary>
    internal int IndexOf(string node) => _measurements.TryGetValue(node, out int index) ? index : -1;

    /// <summary>Values of the keys of a canonical device path.</summary>
    /// <exception cref="InvalidDataException">The path is no device of this class.</exception>
    internal string[] KeysOf(string device)
    {
        string[] nodes = PathParser.Split(device);
        var keys = new string[Pattern.KeyCount];
        int key = 0;
        for (int level = 0; level < Pattern.Nodes.Count && nodes.Length == Pattern.Nodes.Count; level++)
        {
            if (Pattern.Nodes[level].IsKey)
            {
                keys[key++] = NodeName.ToValue(nodes[level]);
            }
        }

        return key == keys.Length ? keys : throw new InvalidDataException($"The device {device} is none of {Pattern}.");
    }

    /// <summary>Adds one tablet to a frame: rows of one device, ascending in time.</summary>
    internal void Write(InsertFrame frame, string device, ReadOnlySpan<T> rows, TimeScale scale)
    {
        frame.BeginTablet(device, Shape, rows.Length);
        var tablet = new TabletEncoder(frame, scale, rows.Length, Measurements.Count);
        try
        {
            Codec.Encode(ref tablet, rows);
            frame.EndTablet(tablet.Finish());
        }
        finally
        {
            tablet.Release();
        }
    }

    private static string Node(MeasurementModel measurement) => NodeName.FromValue(measurement.Name, nameof(measurement));

    private static bool IsFixed(TsDataType type) => type is not (TsDataType.Text or TsDataType.String or TsDataType.Blob);

    private void ThrowIfOtherCount(int count)
    {
        if (count != Pattern.KeyCount)
        {
            throw new ArgumentException($"{Pattern} has {Pattern.KeyCount} keys, {count} were given.");
        }
    }
}
