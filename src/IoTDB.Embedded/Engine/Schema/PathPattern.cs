namespace IoTDB.Embedded.Engine.Schema;

/// <summary>A path whose nodes may be wildcards: <c>*</c> is one node, <c>**</c> one or more, <c>ab*</c>, <c>*ab</c>, <c>*ab*</c> match inside one node.</summary>
/// <param name="Nodes">
/// Canonical nodes from <c>root</c> on (see <see cref="NodeName"/>). A quoted star keeps its backquotes, so an unquoted one is always a wildcard.
/// </param>
internal sealed record PathPattern(IReadOnlyList<string> Nodes)
{
    /// <summary>One or more nodes.</summary>
    public const string Many = "**";

    /// <summary>Exactly one node.</summary>
    public const string One = "*";

    /// <summary>Everything below root.</summary>
    public static PathPattern Everything { get; } = new(["root", Many]);

    /// <summary>True if a node is a wildcard.</summary>
    public bool HasWildcard => Nodes.Any(IsWildcard);

    /// <summary>True if <paramref name="node"/> is or contains a wildcard.</summary>
    public static bool IsWildcard(string node) => node.Length > 0 && node[0] != '`' && (node[0] == '*' || node[^1] == '*');

    /// <summary>True if one node's name fits one node of a pattern; <c>**</c> fits any name.</summary>
    public static bool MatchesNode(string pattern, string name)
    {
        if (!IsWildcard(pattern))
        {
            return pattern == name;
        }

        var text = pattern.Trim('*');
        return (pattern[0] == '*', pattern[^1] == '*') switch
        {
            (true, true) => name.Contains(text, StringComparison.Ordinal),
            (true, false) => name.EndsWith(text, StringComparison.Ordinal),
            _ => name.StartsWith(text, StringComparison.Ordinal),
        };
    }

    /// <summary>True if the whole path fits.</summary>
    public bool Matches(IReadOnlyList<string> path) => Matches(path, 0, 0);

    /// <summary>The pattern with one node more.</summary>
    public PathPattern Append(string node) => new([.. Nodes, node]);

    /// <inheritdoc/>
    public override string ToString() => string.Join('.', Nodes);

    /// <summary>Compares node by node.</summary>
    public bool Equals(PathPattern? other) => other is not null && Nodes.SequenceEqual(other.Nodes);

    /// <inheritdoc/>
    public override int GetHashCode()
    {
        var hash = new HashCode();
        foreach (var node in Nodes)
        {
            hash.Add(node);
        }

        return hash.ToHashCode();
    }

    private bool Matches(IReadOnlyList<string> path, int at, int node)
    {
        while (true)
        {
            if (node == Nodes.Count)
            {
                return at == path.Count;
            }

            if (at == path.Count)
            {
                return false;
            }

            if (Nodes[node] == Many)
            {
                return Matches(path, at + 1, node + 1) || Matches(path, at + 1, node);
            }

            if (!MatchesNode(Nodes[node], path[at]))
            {
                return false;
            }

            at++;
            node++;
        }
    }
}
