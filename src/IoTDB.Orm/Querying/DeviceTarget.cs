using IoTDB.Client;

namespace IoTDB.Orm.Querying;

/// <summary>The devices of a query: one by its path, or all that fit a pattern.</summary>
internal sealed class DeviceTarget
{
    private DeviceTarget(DevicePath device, ReadOnlyMemory<TargetNode> pattern)
    {
        Device = device;
        Pattern = pattern;
    }

    /// <summary>The one device; empty for a pattern.</summary>
    internal DevicePath Device { get; }

    /// <summary>The levels below <c>root</c>; empty for one device.</summary>
    internal ReadOnlyMemory<TargetNode> Pattern { get; }

    internal bool IsSingle => Pattern.IsEmpty;

    /// <summary>How the answer names a measurement: by its full path for one device, else by its name.</summary>
    internal string HeaderOf(string measurement)
    {
        string node = NodeName.FromValue(measurement, nameof(measurement));
        return IsSingle ? $"{Device}.{node}" : node;
    }

    internal static DeviceTarget Of<T>(DeviceKey<T> key)
        where T : class, IDeviceEntity<T>
    {
        string path = key.ToString();
        return path.Length == 0
            ? throw new ArgumentException($"The device key is empty; make it with {typeof(T).Name}.Device(…).", nameof(key))
            : new(DevicePath.FromCanonical(path), default);
    }

    internal static DeviceTarget Of<T>(DeviceSelector<T> selector)
        where T : class, IDeviceEntity<T>
    {
        DevicePattern pattern = T.Model.Pattern;
        IReadOnlyList<PathPart> parts = selector.Parts;
        var nodes = new TargetNode[pattern.Nodes.Count - 1];
        int key = 0;
        bool isExact = true;
        for (int level = 0; level < nodes.Length; level++)
        {
            PatternNode node = pattern.Nodes[level + 1];
            PathPart part = node.IsKey ? parts[key++] : node.Text;
            nodes[level] = new TargetNode(part.Text, part.Text is null || part.IsPrefix);
            isExact &= !nodes[level].IsWildcard;
        }

        return isExact ? new(DevicePath.Of([.. nodes.Select(static node => node.Text!)]), default) : new(default, nodes);
    }
}
