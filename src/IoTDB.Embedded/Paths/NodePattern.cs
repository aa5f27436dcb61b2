namespace IoTDB.Embedded.Paths;

/// <summary>Wildcards within one node: <c>*</c>, <c>abc*</c>, <c>*abc</c>, <c>*abc*</c>; doubled stars beside text act like one.</summary>
internal static class NodePattern
{
    /// <summary>Exactly one node.</summary>
    public const string One = "*";

    /// <summary>One or more nodes.</summary>
    public const string Many = "**";

    /// <summary>True if a canonical node is or contains a wildcard; a quoted star is a name.</summary>
    public static bool IsWildcard(string node) =>
        !NodeName.IsQuoted(node) && (node.StartsWith('*') || node.EndsWith('*'));

    /// <summary>True if the name of one node fits one node of a pattern; <c>**</c> fits any name.</summary>
    public static bool Matches(string pattern, string node)
    {
        if (!IsWildcard(pattern))
        {
            return pattern == node;
        }

        string text = pattern.Trim('*');
        return (pattern[0] == '*', pattern[^1] == '*') switch
        {
            (true, true) => node.Contains(text, StringComparison.Ordinal),
            (true, false) => node.EndsWith(text, StringComparison.Ordinal),
            _ => node.StartsWith(text, StringComparison.Ordinal),
        };
    }
}
