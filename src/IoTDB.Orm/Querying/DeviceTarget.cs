using IoTDB.Client;

namespace IoTDB.Orm.Querying;

/// <summary>The devices of a query: one by its path, or all that fit a pattern.</summary>
/// <remarks>
/// The server keeps a name that is not plain in backquotes, and matches a wildcard against what it keeps: <c>pump*</c> finds
/// <c>pump7</c> but not <c>`pump-7`</c>. Devices that fit a prefix but not its wildcard are therefore looked up and named one by one.
/// </remarks>
internal sealed class DeviceTarget
{
    private DeviceTarget(DevicePath device, ReadOnlyMemory<TargetNode> pattern, IReadOnlyList<DevicePath>? others = null, bool usesPattern = true)
    {
        Device = device;
        Pattern = pattern;
        Others = others ?? [];
        UsesPattern = usesPattern;
    }

    /// <summary>The one device; empty for a pattern.</summary>
    internal DevicePath Device { get; }

    /// <summary>The levels below <c>root</c>; empty for one device.</summary>
    internal ReadOnlyMemory<TargetNode> Pattern { get; }

    /// <summary>Devices besides those the pattern finds on the server.</summary>
    internal IReadOnlyList<DevicePath> Others { get; }

    /// <summary>Whether the pattern can be written; if not, <see cref="Others"/> are all devices.</summary>
    internal bool UsesPattern { get; }

    internal bool IsSingle => Pattern.IsEmpty;

    /// <summary>Whether nothing fits.</summary>
    internal bool IsEmpty => !UsesPattern && Others.Count == 0;

    /// <summary>Whether a level is chosen by its beginning, so that devices are to be looked up.</summary>
    internal bool HasPrefix => Pattern.ToArray().Any(static node => node.IsWildcard && node.Text is not null);

    /// <summary>How the answer names a measurement: by its full path for one device, else by its name.</summary>
    internal string HeaderOf(string measurement)
    {
        string node = NodeName.FromValue(measurement, nameof(measurement));
        return IsSingle ? $"{Device}.{node}" : node;
    }

    /// <summary>Adds those of the devices that fit but that the wildcards of the pattern do not find.</summary>
    /// <param name="devices">Devices that were looked up.</param>
    /// <param name="namesAll">Names every device and writes no pattern: DELETE silently does nothing for <c>pump*</c>, observed on 2.0.1-beta.</param>
    internal DeviceTarget With(IEnumerable<DevicePath> devices, bool namesAll)
    {
        bool usesPattern = !namesAll && Pattern.ToArray().All(static node => !node.IsWildcard || node.Text is null || node.CanStandBeforeWildcard);
        return new(default, Pattern, [.. devices.Where(device => Fits(device, usesPattern))], usesPattern);
    }

    private bool Fits(DevicePath device, bool usesPattern)
    {
        IReadOnlyList<string> nodes = device.Nodes;
        bool isFound = usesPattern;
        bool fits = nodes.Count == Pattern.Length + 1;
        for (int level = 0; fits && level < Pattern.Length; level++)
        {
            TargetNode wanted = Pattern.Span[level];
            string node = nodes[level + 1];
            if (wanted is { IsWildcard: true, Text: { } prefix })
            {
                fits = NodeName.ToValue(node).StartsWith(prefix, StringComparison.Ordinal);
                isFound &= node[0] != '`';
            }
        }

        return fits && !isFound;
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
