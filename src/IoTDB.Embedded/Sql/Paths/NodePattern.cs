namespace IoTDB.Embedded.Sql.Paths;

/// <summary>Wildcards within one node: <c>*</c>, <c>abc*</c>, <c>*abc</c>, <c>*abc*</c>; doubled stars beside text act like one.</summary>
internal static class NodePattern
{
    public static bool IsWildcard(string node) =>
        !NodeName.IsQuoted(node) && (node.StartsWith('*') || node.EndsWith('*'));

    public static bool Matches(string pattern, string node)
    {
        if (!IsWildcard(pattern))
        {
            return pattern == node;
        }

        string text = pattern.Trim('*');
        if (text.Length == 0)
        {
            return true;
        }

        return (pattern[0] == '*', pattern[^1] == '*') switch
        {
            (true, true) => node.Contains(text, StringComparison.Ordinal),
            (true, false) => node.EndsWith(text, StringComparison.Ordinal),
            _ => node.StartsWith(text, StringComparison.Ordinal),
        };
    }
}
