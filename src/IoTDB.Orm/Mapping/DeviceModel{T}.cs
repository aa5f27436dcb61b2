using System.ComponentModel;
using System.Diagnostics.CodeAnalysis;
using IoTDB.Orm.Generated;

namespace IoTDB.Orm;

/// <summary>Everything that is known about <typeparamref name="T"/> while compiling, with the code that reads and writes its rows.</summary>
/// <typeparam name="T">The mapped class.</typeparam>
public sealed class DeviceModel<T> : DeviceModel
    where T : class, IDeviceEntity<T>
{
    private DeviceModel(DevicePattern pattern, MeasurementModel[] measurements, DeviceCodec<T> codec, string fingerprint)
        : base(typeof(T), pattern, measurements, fingerprint) =>
        Codec = codec;

    /// <summary>Reads and writes rows.</summary>
    internal DeviceCodec<T> Codec { get; }

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
    /// <exception cref="ArgumentException">A value is empty or holds control characters.</exception>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public DeviceKey<T> Device(params string[] values)
    {
        ArgumentNullException.ThrowIfNull(values);
        ThrowIfOtherCount(values.Length);
        int key = 0;
        var nodes = new string[Pattern.Nodes.Count];
        for (int level = 0; level < nodes.Length; level++)
        {
            PatternNode node = Pattern.Nodes[level];
            if (node.IsKey)
            {
                NodeText.ThrowIfUnusable(values[key], node.Text);
            }

            nodes[level] = NodeText.Canonical(node.IsKey ? values[key++] : node.Text);
        }

        return new DeviceKey<T>(string.Join('.', nodes), values);
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

    private void ThrowIfOtherCount(int count)
    {
        if (count != Pattern.KeyCount)
        {
            throw new ArgumentException($"{Pattern} has {Pattern.KeyCount} keys, {count} were given.");
        }
    }
}
