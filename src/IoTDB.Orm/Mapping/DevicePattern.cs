using IoTDB.Client;

namespace IoTDB.Orm;

/// <summary>The path of a kind of device: fixed nodes, and keys in the places that differ from device to device.</summary>
/// <remarks>Shape: at least three nodes, the first is <c>root</c>. Immutable.</remarks>
public sealed class DevicePattern
{
    private readonly PatternNode[] _nodes;
    private readonly string _text;

    /// <summary>Makes a pattern of nodes; called by generated code, which has checked them.</summary>
    /// <param name="nodes">All levels, from <c>root</c> on.</param>
    /// <exception cref="ArgumentException">The path does not start at <c>root</c>, or names no device below a database.</exception>
    public DevicePattern(params ReadOnlySpan<PatternNode> nodes)
    {
        if (nodes.Length < 3 || nodes[0] != new PatternNode("root", false))
        {
            throw new ArgumentException("A device pattern starts at root and names a database and a device.", nameof(nodes));
        }

        _nodes = nodes.ToArray();
        KeyCount = _nodes.Count(static node => node.IsKey);
        FixedNodes = [.. _nodes.Select(static (node, level) => node.IsKey ? null : level == 0 ? node.Text : NodeName.FromValue(node.Text, nameof(nodes)))];
        Wildcard = string.Join('.', FixedNodes.Select(static node => node ?? "*"));
        Database = FixedNodes[1] is { } database ? "root." + database : null;
        _text = string.Join('.', FixedNodes.Select((node, level) => node ?? "{" + _nodes[level].Text + "}"));
    }

    /// <summary>The canonical node of every level that is fixed; null for keys.</summary>
    internal IReadOnlyList<string?> FixedNodes { get; }

    /// <summary>All levels, from <c>root</c> on.</summary>
    public IReadOnlyList<PatternNode> Nodes => _nodes;

    /// <summary>Number of keys.</summary>
    public int KeyCount { get; }

    /// <summary>The pattern with <c>*</c> in the place of every key, quoted where the server asks for it: <c>root.power.*.*</c>.</summary>
    public string Wildcard { get; }

    /// <summary>The database, which is the level below <c>root</c>, or null where a key decides it.</summary>
    public string? Database { get; }

    /// <summary>The pattern as the attribute has it: <c>root.power.{Site}.{Transformer}</c>.</summary>
    public override string ToString() => _text;
}
