using System.Diagnostics.CodeAnalysis;

namespace IoTDB.Client;

/// <summary>Splits paths at the dots between nodes, not at those inside backquotes.</summary>
internal static class PathParser
{
    /// <summary>The nodes of a canonical path.</summary>
    public static string[] Split(string path)
    {
        if (!path.Contains('`', StringComparison.Ordinal))
        {
            return path.Split('.');
        }

        List<string> nodes = [];
        int start = 0;
        while (start <= path.Length)
        {
            int end = EndOfNode(path, start);
            nodes.Add(path[start..end]);
            start = end + 1;
        }

        return [.. nodes];
    }

    /// <summary>The canonical form of a path as it is written in SQL.</summary>
    public static bool TryCanonicalize(
        [NotNullWhen(true)] string? path, [NotNullWhen(true)] out string? canonical, [NotNullWhen(false)] out string? problem)
    {
        canonical = null;
        if (string.IsNullOrEmpty(path))
        {
            problem = "A device path cannot be empty.";
            return false;
        }

        string[] nodes = Split(path);
        if (nodes[0] != "root" || nodes.Length < 2)
        {
            problem = $"{NodeName.Shown(path)} is no device path: it starts with 'root.' and names at least one level below.";
            return false;
        }

        for (int i = 1; i < nodes.Length; i++)
        {
            problem = Canonicalize(ref nodes[i], path);
            if (problem is not null)
            {
                return false;
            }
        }

        canonical = string.Join('.', nodes);
        problem = null;
        return true;
    }

    /// <summary>The path with keywords in backquotes, or null if it has none and can stand as it is.</summary>
    public static string? QuoteKeywords(string canonical)
    {
        string[] nodes = Split(canonical);
        bool changed = false;
        for (int i = 1; i < nodes.Length; i++)
        {
            string sql = NodeName.ToSql(nodes[i]);
            changed |= !ReferenceEquals(sql, nodes[i]);
            nodes[i] = sql;
        }

        return changed ? string.Join('.', nodes) : null;
    }

    private static string? Canonicalize(ref string node, string path)
    {
        if (node.Length >= 2 && node[0] == '`' && node[^1] == '`' && EndOfNode(node, 0) == node.Length)
        {
            string value = NodeName.ToValue(node);
            try
            {
                node = NodeName.FromValue(value, nameof(path));
                return null;
            }
            catch (ArgumentException refused)
            {
                return $"{NodeName.Shown(path)} is no device path: {refused.Message}";
            }
        }

        if (node.Length == 0)
        {
            return $"{NodeName.Shown(path)} is no device path: a level has no name.";
        }

        // Digits alone need backquotes; digits with a type letter (20f) are the one number the server takes bare.
        bool number = NodeName.IsNumber(node) && !(char.IsAsciiLetter(node[^1]));
        if (NodeName.IsReserved(node))
        {
            return $"{NodeName.Shown(path)} is no device path: no level can be called '{node}'.";
        }

        return NodeName.IsPlain(node) && !number
            ? null
            : $"{NodeName.Shown(path)} is no device path: the level {NodeName.Shown(node)} has to stand in backquotes.";
    }

    private static int EndOfNode(string path, int start)
    {
        if (start >= path.Length || path[start] != '`')
        {
            int dot = path.IndexOf('.', start);
            return dot < 0 ? path.Length : dot;
        }

        int i = start + 1;
        while (i < path.Length)
        {
            if (path[i] == '`')
            {
                if (i + 1 < path.Length && path[i + 1] == '`')
                {
                    i += 2;
                    continue;
                }

                // Text between the closing backquote and the next dot makes the node invalid; it stays in the node and is refused there.
                int dot = path.IndexOf('.', i);
                return dot < 0 ? path.Length : dot;
            }

            i++;
        }

        return path.Length;
    }
}
