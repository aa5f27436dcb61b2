using System.Collections.Immutable;

namespace IoTDB.Embedded.Paths;

/// <summary>Nodes of a path or pattern, in canonical form; <c>*</c> and <c>**</c> are wildcards, <c>`*`</c> is a name.</summary>
internal sealed class TreePath : IEquatable<TreePath>
{
    private string? _text;

    public TreePath(ImmutableArray<string> nodes) => Nodes = nodes;

    public TreePath(params IEnumerable<string> nodes) => Nodes = [.. nodes];

    /// <summary>Everything below root.</summary>
    public static TreePath Everything { get; } = new("root", NodePattern.Many);

    public ImmutableArray<string> Nodes { get; }

    public int Length => Nodes.Length;

    public string Last => Nodes[^1];

    /// <summary>The path without its last node.</summary>
    public TreePath Parent => new(Nodes[..^1]);

    /// <summary>True if a node is or contains a wildcard.</summary>
    public bool HasWildcard
    {
        get
        {
            foreach (string node in Nodes)
            {
                if (NodePattern.IsWildcard(node))
                {
                    return true;
                }
            }

            return false;
        }
    }

    /// <summary>This path followed by another's nodes.</summary>
    public TreePath Concat(TreePath suffix) => new(Nodes.AddRange(suffix.Nodes));

    public TreePath Append(string node) => new(Nodes.Add(node));

    /// <summary>True when this pattern matches all of a concrete path.</summary>
    public bool Matches(TreePath path) => Matches(0, path.Nodes, 0);

    public bool Equals(TreePath? other) => other is not null && Nodes.AsSpan().SequenceEqual(other.Nodes.AsSpan());

    public override bool Equals(object? obj) => Equals(obj as TreePath);

    public override int GetHashCode() => ToString().GetHashCode(StringComparison.Ordinal);

    public override string ToString() => _text ??= string.Join('.', Nodes);

    private bool Matches(int pattern, ImmutableArray<string> path, int at)
    {
        while (pattern < Nodes.Length)
        {
            if (at == path.Length)
            {
                return false;
            }

            if (Nodes[pattern] == NodePattern.Many)
            {
                for (int end = at + 1; end <= path.Length; end++)
                {
                    if (Matches(pattern + 1, path, end))
                    {
                        return true;
                    }
                }

                return false;
            }

            if (!NodePattern.Matches(Nodes[pattern], path[at]))
            {
                return false;
            }

            pattern++;
            at++;
        }

        return at == path.Length;
    }
}
